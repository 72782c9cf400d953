/**
 * What this device remembers of one talk: unsent messages whole, sent ones masked. One record per message, keyed by
 * its id. Where the browser grants no database (some private windows) records live as long as the page.
 */
const RECORDS = "records";

const done = (request) =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });

class Kept {
  #database;

  constructor(database) {
    this.#database = database;
  }

  #records(mode) {
    return this.#database.transaction(RECORDS, mode).objectStore(RECORDS);
  }

  /** Every record, oldest first. */
  async all() {
    const records = await done(this.#records("readonly").getAll());
    return records.sort((one, other) => one.seq - other.seq);
  }

  /** Resolves when the record is on disk; rejects when the device is full. */
  put(record) {
    return new Promise((resolve, reject) => {
      const work = this.#database.transaction(RECORDS, "readwrite", { durability: "strict" });
      work.objectStore(RECORDS).put(record);
      work.oncomplete = () => resolve();
      work.onabort = work.onerror = () => reject(work.error);
    });
  }

  async drop(id) {
    await done(this.#records("readwrite").delete(id));
  }

  async wipe() {
    await done(this.#records("readwrite").clear());
  }
}

class Remembered {
  #records = new Map();

  async all() {
    return [...this.#records.values()].sort((one, other) => one.seq - other.seq);
  }

  async put(record) {
    this.#records.set(record.id, record);
  }

  async drop(id) {
    this.#records.delete(id);
  }

  async wipe() {
    this.#records.clear();
  }
}

/** The store called `name` on this device. */
export async function openStore(name) {
  try {
    const opening = indexedDB.open(name, 1);
    opening.onupgradeneeded = () => opening.result.createObjectStore(RECORDS, { keyPath: "id" });
    return new Kept(await done(opening));
  } catch {
    return new Remembered();
  }
}

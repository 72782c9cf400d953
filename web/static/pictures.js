/** Pictures and PDF files chosen for sending: made small here, shown in a tray until the message goes. */
import { icon } from "./icons.js";
import { element } from "./rich.js";
import { word } from "./words.js";

const LONGEST = 1600; // pixels; the server keeps no more
const QUALITY = 0.85;
const MOST = 10;

async function loaded(file) {
  const picture = new Image();
  picture.src = URL.createObjectURL(file);
  try {
    await picture.decode();
    return picture;
  } finally {
    URL.revokeObjectURL(picture.src);
  }
}

/** A JPEG without place, camera or name in it: drawing a picture anew drops everything but the picture. */
async function shrunk(file) {
  const picture = await loaded(file);
  const scale = Math.min(1, LONGEST / Math.max(picture.naturalWidth, picture.naturalHeight));
  const canvas = element("canvas", { width: Math.round(picture.naturalWidth * scale), height: Math.round(picture.naturalHeight * scale) });
  const context = canvas.getContext("2d");
  context.fillStyle = "#fff";
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.drawImage(picture, 0, 0, canvas.width, canvas.height);
  return new Promise((resolve, reject) => {
    canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error("no picture"))), "image/jpeg", QUALITY);
  });
}

const isPdf = async (file) => (await file.slice(0, 5).text()) === "%PDF-";

/** What is to be sent for a chosen file. Rejects what is neither a picture nor a PDF, or is too large. */
async function prepared(file, megabytes) {
  const blob = (await isPdf(file)) ? new Blob([file], { type: "application/pdf" }) : await shrunk(file);
  if (blob.size > megabytes * 1024 * 1024) throw new Error("too large");
  return blob;
}

export class Tray {
  #list;
  #tell;
  #megabytes;
  #blobs = new Map();

  /** `tell` hears a problem in words; "" when there is none. */
  constructor(list, megabytes, tell) {
    this.#list = list;
    this.#megabytes = megabytes;
    this.#tell = tell;
  }

  /** Add the files a person chose or pasted. */
  async add(files) {
    this.#tell("");
    for (const file of files) {
      if (this.#blobs.size >= MOST) return this.#tell(word("web-too-many", { count: MOST }));
      try {
        this.#show(await prepared(file, this.#megabytes));
      } catch {
        this.#tell(word("e-file"));
      }
    }
  }

  /** Everything in the tray, in order; the tray is empty afterwards. */
  take() {
    const blobs = [...this.#blobs.values()];
    for (const item of [...this.#blobs.keys()]) this.#remove(item);
    return blobs;
  }

  #show(blob) {
    const item = element("li", {}, thumbnail(blob));
    const remove = element("button", { type: "button", onclick: () => this.#remove(item) }, icon("✖"));
    remove.setAttribute("aria-label", word("web-remove", { name: nameOf(blob) }));
    item.append(remove);
    this.#blobs.set(item, blob);
    this.#list.append(item);
    this.#list.hidden = false;
  }

  #remove(item) {
    this.#blobs.delete(item);
    item.remove();
    this.#list.hidden = !this.#blobs.size;
  }
}

const nameOf = ({ type }) => word(type === "application/pdf" ? "web-pdf" : "web-picture");

/** A small view of a file: the picture itself, or a sheet with the word PDF. */
export function thumbnail(blob) {
  if (blob.type === "application/pdf") return element("span", { className: "sheet-chip" }, icon("📄"), nameOf(blob));
  const picture = element("img", { className: "thumbnail", alt: nameOf(blob), src: URL.createObjectURL(blob) });
  picture.onload = () => URL.revokeObjectURL(picture.src);
  return picture;
}

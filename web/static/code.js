/** What an invite code looks like: ten letters (DESIGN §8). */
const CODE = /^[A-Z]{10}$/;

/** The code in what a person typed or pasted (spaces, small letters, a whole link), or "". */
export function codeIn(typed) {
  const letters = typed.trim().replace(/^.*\/join\//, "").replace(/[?#].*$/, "").replace(/[\s.-]/g, "");
  const code = letters.toUpperCase();
  return CODE.test(code) ? code : "";
}

/** A file that cannot be taken, said in Chinese for the person: what is wrong with it and what to do. */
export class FileRefusal extends Error {
  override readonly name = 'FileRefusal';
}

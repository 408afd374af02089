// WIT files that a bundle takes in as text.
declare module "*.wit" {
  const text: string;
  export default text;
}

/** The parts of Compute Engine's parser that this project uses. */
export declare class LatexSyntax {
  /** Parses LaTeX to MathJSON; null for an empty string. */
  parse(latex: string): unknown;
}

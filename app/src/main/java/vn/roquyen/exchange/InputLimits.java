package vn.roquyen.exchange;

/**
 * How much one input file may hold. The real catalogue (36.6 million bytes inflated from 4.0, 4,432
 * rows, longest line 188 kB, longest text 44,590 characters) stays far below each limit; a file
 * made to exhaust the machine does not.
 *
 * @param fileBytes size on disk
 * @param inflatedBytes size after decompression
 * @param inflationRatio inflated bytes for one compressed byte, once the first megabyte is out
 * @param lineCharacters longest line of a JSON Lines file
 * @param cellCharacters longest cell that a CSV reader may gather before it gives up
 * @param rows rows of one file
 */
public record InputLimits(
    long fileBytes,
    long inflatedBytes,
    int inflationRatio,
    int lineCharacters,
    int cellCharacters,
    int rows) {

  /** The limits of the product. */
  public static final InputLimits STANDARD =
      new InputLimits(512L << 20, 1L << 30, 100, 1 << 20, 256 << 10, 500_000);
}

package vn.roquyen.exchange;

import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import vn.roquyen.domain.Fault;
import vn.roquyen.domain.FaultCode;

/**
 * The bytes of an input file, inflated when they are gzipped, and counted on both sides: a file
 * that inflates without end is given up before it costs memory or minutes.
 */
final class InputBytes extends InputStream {
  private static final int BUFFER = 64 << 10;
  private static final long FREE = 1 << 20;

  private final Path file;
  private final InputLimits limits;
  private final Counted raw;
  private final InputStream in;
  private long inflated;

  /**
   * Opens a file.
   *
   * @throws Fault INPUT_MISSING, INPUT_TOO_LARGE, INPUT_DAMAGED
   */
  InputBytes(Path file, InputLimits limits) {
    this.file = file;
    this.limits = limits;
    try {
      if (Files.size(file) > limits.fileBytes()) {
        throw tooLarge(limits.fileBytes());
      }
      raw = new Counted(Files.newInputStream(file));
      in = isZipped(file) ? unzipped() : raw;
    } catch (NoSuchFileException missing) {
      throw new Fault(FaultCode.INPUT_MISSING, missing, file.toString());
    } catch (IOException failure) {
      throw failed(failure);
    }
  }

  static boolean isZipped(Path file) {
    return String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT).endsWith(".gz");
  }

  /** Bytes taken from the disk. */
  long rawBytes() {
    return raw.count;
  }

  @Override
  public int read() {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
  }

  @Override
  public int read(byte[] target, int offset, int length) {
    int count;
    try {
      count = in.read(target, offset, length);
    } catch (IOException failure) {
      throw failed(failure);
    }
    if (count > 0) {
      inflated += count;
      if (inflated > limits.inflatedBytes()) {
        throw tooLarge(limits.inflatedBytes());
      }
      if (in != raw && inflated > FREE && inflated / limits.inflationRatio() > raw.count) {
        throw new Fault(
            FaultCode.INPUT_COMPRESSED_TOO_FAR, name(), Integer.toString(limits.inflationRatio()));
      }
    }
    return count;
  }

  @Override
  public void close() {
    try {
      in.close();
    } catch (IOException failure) {
      throw failed(failure);
    }
  }

  private InputStream unzipped() throws IOException {
    try {
      return new GZIPInputStream(raw, BUFFER);
    } catch (IOException notZipped) {
      raw.close();
      throw notZipped;
    }
  }

  private String name() {
    return String.valueOf(file.getFileName());
  }

  private Fault tooLarge(long limit) {
    return new Fault(FaultCode.INPUT_TOO_LARGE, name(), (limit >> 20) + " MB");
  }

  private Fault failed(IOException failure) {
    boolean damaged = failure instanceof ZipException || failure instanceof EOFException;
    return new Fault(
        damaged ? FaultCode.INPUT_DAMAGED : FaultCode.INPUT_MISSING,
        failure,
        damaged ? name() : file.toString());
  }

  private static final class Counted extends FilterInputStream {
    private long count;

    Counted(InputStream in) {
      super(in);
    }

    @Override
    public int read() throws IOException {
      int value = super.read();
      count += value < 0 ? 0 : 1;
      return value;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
      int read = super.read(target, offset, length);
      count += Math.max(read, 0);
      return read;
    }
  }
}

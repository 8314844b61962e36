package vn.roquyen.sync;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Consumer;
import vn.roquyen.domain.Sha256;

/**
 * Many documents in one file, for a stick, a mail or a chat ({@code .rqp}): a magic, the SHA-256 of
 * all that follows, the length of the index, the index, the documents back to back. There are no
 * names in it, so none can lead anywhere. The checksum tells damage on the way, before anything is
 * taken; who wrote what is told by the signature of each document alone.
 */
public final class Parcel {
  /** How many documents a parcel may hold. */
  public static final int MAX_PARTS = 100_000;

  /** As PNG's: a mail program that rewrites line ends, or a text copy, shows at once. */
  private static final byte[] MAGIC = {(byte) 0x8b, 'R', 'Q', 'P', '\r', '\n', 0x1a, '\n'};

  private static final int NAME = 4;
  private static final int SUM_BYTES = 32;
  private static final int HEAD_BYTES = MAGIC.length + SUM_BYTES + Integer.BYTES;
  private static final int BRIEF_BYTES = 8;
  private static final int MAX_INDEX = 2 * 1024 * 1024;
  private static final int CHUNK = 64 * 1024;

  /** What the index says of one document; a reader who has it may pass over the rest. */
  public record Part(String brief, int length) {}

  private interface Source {
    InputStream open() throws IOException;
  }

  private final Source source;
  private final List<Part> parts;
  private final int start;

  private Parcel(Source source, List<Part> parts, int start) {
    this.source = source;
    this.parts = List.copyOf(parts);
    this.start = start;
  }

  /**
   * Writes documents as one parcel.
   *
   * @param documents walked through twice, so they need not be in memory at once
   * @throws IllegalArgumentException when there are more than {@link #MAX_PARTS}
   */
  public static void write(OutputStream out, Iterable<SignedDocument> documents)
      throws IOException {
    MessageDigest sum = Sha256.fresh();
    List<Part> parts = new ArrayList<>();
    for (SignedDocument document : documents) {
      parts.add(new Part(document.id().brief(), document.size()));
    }
    if (parts.size() > MAX_PARTS) {
      throw new IllegalArgumentException("a parcel holds no more than " + MAX_PARTS);
    }
    byte[] index = index(parts);
    byte[] length = ByteBuffer.allocate(Integer.BYTES).putInt(index.length).array();
    sum.update(length);
    sum.update(index);
    documents.forEach(document -> sum.update(document.encoded()));
    out.write(MAGIC);
    out.write(sum.digest());
    out.write(length);
    out.write(index);
    for (SignedDocument document : documents) {
      out.write(document.encoded());
    }
  }

  /** True when a file that begins so is meant to be a parcel, whole or damaged. */
  public static boolean isParcel(byte[] start) {
    return start.length >= NAME && Arrays.equals(start, 0, NAME, MAGIC, 0, NAME);
  }

  /**
   * Opens a parcel and checks that it arrived whole.
   *
   * @throws Refusal NOT_A_CHANGE_FILE, DAMAGED_IN_MAIL, MALFORMED, TRAILING_BYTES, TOO_MANY
   */
  public static Parcel open(Path file) throws IOException {
    return open(() -> Files.newInputStream(file), Files.size(file));
  }

  /** Reads a parcel that is in memory; see {@link #open(Path)}. */
  public static Parcel of(byte[] bytes) {
    try {
      return open(() -> new ByteArrayInputStream(bytes), bytes.length);
    } catch (IOException impossible) {
      throw new IllegalStateException("memory is always readable", impossible);
    }
  }

  /** The documents by what the index says. */
  public List<Part> parts() {
    return parts;
  }

  /** Hands over the file of each document; whether it is one is the receiver's to say. */
  public void forEach(Consumer<byte[]> reader) throws IOException {
    try (InputStream in = source.open()) {
      in.skipNBytes(start);
      for (Part part : parts) {
        byte[] file = new byte[part.length()];
        new DataInputStream(in).readFully(file);
        reader.accept(file);
      }
    }
  }

  private static Parcel open(Source source, long size) throws IOException {
    List<Part> parts;
    int start;
    try (InputStream in = source.open()) {
      byte[] head = in.readNBytes(HEAD_BYTES);
      checkMagic(head);
      final int indexLength = ByteBuffer.wrap(head, MAGIC.length + SUM_BYTES, 4).getInt();
      if (indexLength < 0 || indexLength > MAX_INDEX) {
        throw new Refusal(Reason.TOO_MANY, "index");
      }
      byte[] index = in.readNBytes(indexLength);
      start = HEAD_BYTES + indexLength;
      checkSum(head, index, in);
      parts = parts(index);
    }
    long end = start + parts.stream().mapToLong(Part::length).sum();
    if (end != size) {
      throw new Refusal(Reason.TRAILING_BYTES);
    }
    return new Parcel(source, parts, start);
  }

  private static void checkMagic(byte[] head) {
    if (!isParcel(head)) {
      throw new Refusal(Reason.NOT_A_CHANGE_FILE);
    }
    if (!Arrays.equals(head, 0, Math.min(head.length, MAGIC.length), MAGIC, 0, MAGIC.length)) {
      throw new Refusal(Reason.DAMAGED_IN_MAIL);
    }
    if (head.length < HEAD_BYTES) {
      throw new Refusal(Reason.MALFORMED, "end");
    }
  }

  private static void checkSum(byte[] head, byte[] index, InputStream rest) throws IOException {
    MessageDigest sum = Sha256.fresh();
    sum.update(head, MAGIC.length + SUM_BYTES, Integer.BYTES);
    sum.update(index);
    byte[] chunk = new byte[CHUNK];
    for (int count = rest.read(chunk); count >= 0; count = rest.read(chunk)) {
      sum.update(chunk, 0, count);
    }
    byte[] claimed = Arrays.copyOfRange(head, MAGIC.length, MAGIC.length + SUM_BYTES);
    if (!MessageDigest.isEqual(claimed, sum.digest())) {
      throw new Refusal(Reason.MALFORMED, "checksum");
    }
  }

  private static byte[] index(List<Part> parts) {
    CborWriter out = new CborWriter().array(parts.size());
    for (Part part : parts) {
      out.array(2).bytes(HexFormat.of().parseHex(part.brief())).number(part.length());
    }
    return out.toBytes();
  }

  private static List<Part> parts(byte[] index) {
    CborReader in = new CborReader(index);
    int count = in.array(MAX_PARTS);
    List<Part> parts = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      if (in.array(2) != 2) {
        throw new Refusal(Reason.MALFORMED, "index");
      }
      String brief = HexFormat.of().formatHex(in.bytes(BRIEF_BYTES));
      parts.add(new Part(brief, in.unsigned(SignedDocument.MAX_BYTES)));
    }
    in.end();
    return parts;
  }
}

package vn.roquyen.sync;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.roquyen.domain.ChangeId;
import vn.roquyen.domain.Hlc;
import vn.roquyen.domain.ReplicaId;
import vn.roquyen.domain.RowEdit;
import vn.roquyen.sync.ChangeHeader.Dependency;
import vn.roquyen.sync.Compression.Encoding;
import vn.roquyen.sync.Compression.Packed;

/**
 * A change as bytes: the body of a {@link SignedDocument} is a CBOR map of the header's fields by
 * number and the packed edits. The order of work when reading is: form, header, and only when the
 * signature was found good, {@link #edits}.
 */
public final class ChangeCodec {
  private static final int REPLICA = 1;
  private static final int SEQ = 2;
  private static final int PREVIOUS = 3;
  private static final int NONCE = 4;
  private static final int TIME = 5;
  private static final int DEPENDENCIES = 6;
  private static final int SCHEMA = 7;
  private static final int CERTIFICATE = 8;
  private static final int UNIT = 9;
  private static final int SPACE = 10;
  private static final int SUPERSEDES = 11;
  private static final int CRITICAL = 12;
  private static final int ENCODING = 13;
  private static final int DICTIONARY = 14;
  private static final int EDITS = 15;

  static final int MAX_DEPENDENCIES = 64;
  private static final int MAX_CRITICAL = 16;
  private static final int MAX_ENTRIES = 32;
  private static final int NONCE_BYTES = 16;
  private static final int ID_BYTES = 32;
  private static final int SHORT_BYTES = 8;

  /** Texts of procedures were seen to shrink to a fifth; edits beyond this are cut first. */
  private static final int HOPELESS = 6;

  private static final HexFormat HEX = HexFormat.of();

  private final Compression compression;

  /** A codec with the dictionary that the program ships. */
  public ChangeCodec() {
    this(List.of(Dictionary.SHIPPED));
  }

  ChangeCodec(List<Dictionary> dictionaries) {
    this(new Compression(dictionaries));
  }

  private ChangeCodec(Compression compression) {
    this.compression = compression;
  }

  /**
   * A codec that writes edits as they are: the bytes then do not depend on the deflater of the
   * machine.
   */
  static ChangeCodec plain() {
    return new ChangeCodec(Compression.none());
  }

  /** Writes and signs a change; the caller has cut the edits so that they fit the caps. */
  public Change write(ChangeHeader header, List<RowEdit> edits, Signer signer) {
    return write(header, compression.pack(EditCodec.write(edits)), signer);
  }

  /** Writes and signs a change of edits that were packed before. */
  Change write(ChangeHeader header, Packed packed, Signer signer) {
    byte[] body = body(header, packed);
    return new Change(SignedDocument.sign(DocumentKind.CHANGE, body, signer), header, packed);
  }

  /**
   * Reads form and header; the edits stay packed.
   *
   * @throws Refusal as {@link SignedDocument#read(byte[])}, and CRITICAL_FEATURE
   */
  public Change read(byte[] encoded) {
    return read(SignedDocument.read(encoded, DocumentKind.CHANGE));
  }

  Change read(SignedDocument document) {
    Fields fields = new Fields(document.body());
    return new Change(document, fields.header(), fields.packed());
  }

  /**
   * Unpacks and reads the edits.
   *
   * @throws Refusal of {@link Compression#unpack} and {@link EditCodec#read}
   */
  public List<RowEdit> edits(Change change) {
    return EditCodec.read(compression.unpack(change.packed()));
  }

  /**
   * Packs edits, or answers null when they are more than a change may hold or take more than so
   * many bytes. What is many times larger is not packed to find out: it would be packed in vain.
   */
  @Nullable Packed pack(List<RowEdit> edits, int bytes) {
    byte[] plain = EditCodec.write(edits);
    boolean hopeless = edits.size() > 1 && plain.length > HOPELESS * bytes;
    if (plain.length > Compression.MAX_INFLATED || hopeless) {
      return null;
    }
    Packed packed = compression.pack(plain);
    return packed.bytes().length <= bytes ? packed : null;
  }

  private static byte[] body(ChangeHeader header, Packed packed) {
    Entries entries = new Entries();
    entries.at(REPLICA).raw(shortBytes(header.replica().toString()));
    entries.at(SEQ).number(header.seq());
    entries.atId(PREVIOUS, header.previous());
    if (header.nonce() != null) {
      entries.at(NONCE).bytes(HEX.parseHex(header.nonce()));
    }
    entries.at(TIME).number(header.time().packed());
    if (!header.dependencies().isEmpty()) {
      CborWriter out = entries.at(DEPENDENCIES).array(header.dependencies().size());
      for (Dependency dependency : header.dependencies()) {
        out.array(3).raw(shortBytes(dependency.replica().toString())).number(dependency.seq());
        out.raw(shortBytes(dependency.brief()));
      }
    }
    entries.at(SCHEMA).number(header.schema());
    entries.at(CERTIFICATE).raw(shortBytes(header.certificate()));
    entries.at(UNIT).text(header.unit());
    entries.at(SPACE).raw(shortBytes(header.space()));
    entries.atId(SUPERSEDES, header.supersedes());
    if (!header.critical().isEmpty()) {
      CborWriter out = entries.at(CRITICAL).array(header.critical().size());
      header.critical().forEach(out::text);
    }
    entries.at(ENCODING).number(packed.encoding().ordinal());
    if (packed.dictionary() != null) {
      entries.at(DICTIONARY).raw(shortBytes(packed.dictionary()));
    }
    entries.at(EDITS).bytes(packed.bytes());
    return entries.toBytes();
  }

  private static byte[] shortBytes(String hex) {
    return new CborWriter().bytes(HEX.parseHex(hex)).toBytes();
  }

  /** Counts the entries of a map that is written in ascending order. */
  private static final class Entries {
    private final CborWriter out = new CborWriter();
    private int count;

    CborWriter at(int key) {
      count++;
      return out.number(key);
    }

    void atId(int key, @Nullable ChangeId id) {
      if (id != null) {
        at(key).bytes(HEX.parseHex(id.hex()));
      }
    }

    byte[] toBytes() {
      return new CborWriter().map(count).raw(out.toBytes()).toBytes();
    }
  }

  /** The fields of a body while it is read. */
  private static final class Fields {
    private @Nullable ReplicaId replica;
    private long seq = -1;
    private @Nullable ChangeId previous;
    private @Nullable String nonce;
    private @Nullable Hlc time;
    private final List<Dependency> dependencies = new ArrayList<>();
    private int schema = -1;
    private @Nullable String certificate;
    private @Nullable String unit;
    private @Nullable String space;
    private @Nullable ChangeId supersedes;
    private final List<String> critical = new ArrayList<>();
    private @Nullable Encoding encoding;
    private @Nullable String dictionary;
    private byte @Nullable [] edits;

    Fields(byte[] body) {
      CborReader in = new CborReader(body);
      int count = in.map(MAX_ENTRIES);
      int key = -1;
      for (int i = 0; i < count; i++) {
        key = in.key(key);
        field(key, in);
      }
      in.end();
    }

    /** A field of a newer program that is not named critical is passed over. */
    private void field(int key, CborReader in) {
      switch (key) {
        case REPLICA -> replica = ReplicaId.parse(hex(in, SHORT_BYTES));
        case SEQ -> seq = in.unsigned();
        case PREVIOUS -> previous = new ChangeId(hex(in, ID_BYTES));
        case NONCE -> nonce = hex(in, NONCE_BYTES);
        case TIME -> time = new Hlc(in.unsigned());
        case DEPENDENCIES -> dependencies(in);
        case SCHEMA -> schema = in.unsigned(Short.MAX_VALUE);
        case CERTIFICATE -> certificate = hex(in, SHORT_BYTES);
        case UNIT -> unit = in.text();
        case SPACE -> space = hex(in, SHORT_BYTES);
        case SUPERSEDES -> supersedes = new ChangeId(hex(in, ID_BYTES));
        case CRITICAL -> {
          int features = in.array(MAX_CRITICAL);
          for (int i = 0; i < features; i++) {
            critical.add(in.text());
          }
        }
        case ENCODING -> encoding = Encoding.values()[in.unsigned(Encoding.values().length - 1)];
        case DICTIONARY -> dictionary = hex(in, SHORT_BYTES);
        case EDITS -> edits = in.bytesUpTo(SignedDocument.MAX_BYTES);
        default -> in.value();
      }
    }

    private void dependencies(CborReader in) {
      int count = in.array(MAX_DEPENDENCIES);
      for (int i = 0; i < count; i++) {
        if (in.array(3) != 3) {
          throw new Refusal(Reason.MALFORMED, "dependency");
        }
        ReplicaId on = ReplicaId.parse(hex(in, SHORT_BYTES));
        dependencies.add(new Dependency(on, in.unsigned(), hex(in, SHORT_BYTES)));
      }
    }

    ChangeHeader header() {
      boolean first = seq == 0;
      if (seq < 0
          || schema < 0
          || first != (previous == null)
          || first != (nonce != null)
          || replica == null
          || time == null
          || certificate == null
          || unit == null
          || space == null) {
        throw new Refusal(Reason.MALFORMED, "header");
      }
      return new ChangeHeader(
          replica,
          seq,
          previous,
          nonce,
          time,
          dependencies,
          schema,
          certificate,
          unit,
          space,
          supersedes,
          critical);
    }

    Packed packed() {
      if (encoding == null
          || edits == null
          || (encoding == Encoding.DICTIONARY) != (dictionary != null)) {
        throw new Refusal(Reason.MALFORMED, "operations");
      }
      return new Packed(encoding, dictionary, edits);
    }

    private static String hex(CborReader in, int bytes) {
      return HEX.formatHex(in.bytes(bytes));
    }
  }
}

package vn.roquyen.sync;

import java.util.EnumSet;
import java.util.HexFormat;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import vn.roquyen.domain.Author;
import vn.roquyen.domain.Hlc;
import vn.roquyen.domain.Role;

/**
 * What a key may do: its unit, roles and fields, for a time. Signed by an issuer, whose own
 * certificate the root has signed.
 *
 * @param fields ids of the fields of a department; for an issuer the units that it may certify;
 *     empty when not narrowed
 * @param serial 32 hexadecimal digits
 * @param issuer first 16 digits of the issuer's certificate; null when the root signed
 * @param proof signature of the key itself over key, unit and roles: its holder asked for this
 * @param sole true for the founder while the space has no second publisher: nobody could approve
 */
public record Certificate(
    PublicKey key,
    String name,
    String unit,
    Set<Role> roles,
    SortedSet<String> fields,
    Hlc from,
    Hlc to,
    String serial,
    @Nullable String issuer,
    byte[] proof,
    boolean sole) {
  private static final int MAX_ROLES = 6;
  private static final int MAX_FIELDS = 1_000;
  private static final int SERIAL_BYTES = 16;
  private static final int SHORT_BYTES = 8;

  /** The bytes that the holder of a key signs to prove that he has it and asked for this. */
  static byte[] proofOf(PublicKey key, String unit, Set<Role> roles) {
    CborWriter out =
        new CborWriter().array(4).text("roquyen proof of possession").bytes(key.encoded());
    out.text(unit);
    writeRoles(out, roles);
    return out.toBytes();
  }

  boolean isProven() {
    return key.hasVerified(proofOf(key, unit, roles), proof);
  }

  boolean is(Role role) {
    return roles.contains(role);
  }

  /** Who writes with this certificate, as the write policy sees it. */
  public Author author() {
    return new Author(roles, unit, fields);
  }

  byte[] body() {
    CborWriter out = new CborWriter().map((issuer == null ? 9 : 10) + (sole ? 1 : 0));
    out.number(1).bytes(key.encoded());
    out.number(2).text(name);
    out.number(3).text(unit);
    out.number(4);
    writeRoles(out, roles);
    out.number(5).array(fields.size());
    fields.forEach(out::text);
    out.number(6).number(from.packed());
    out.number(7).number(to.packed());
    out.number(8).bytes(HexFormat.of().parseHex(serial));
    if (issuer != null) {
      out.number(9).bytes(HexFormat.of().parseHex(issuer));
    }
    out.number(10).bytes(proof);
    if (sole) {
      out.number(11).value(true);
    }
    return out.toBytes();
  }

  /**
   * Reads the content of a certificate; whether it is to be believed is {@link Trust}'s to say.
   *
   * @throws Refusal MALFORMED, BAD_KEY
   */
  static Certificate read(SignedDocument document) {
    CborReader in = new CborReader(document.body());
    int count = in.map(11);
    int at = in.key(0);
    final PublicKey key = PublicKey.admit(in.bytes(PublicKey.BYTES));
    at = in.key(at);
    final String name = in.text();
    at = in.key(at);
    final String unit = in.text();
    at = in.key(at);
    final Set<Role> roles = readRoles(in);
    at = in.key(at);
    final SortedSet<String> fields = readFields(in);
    at = in.key(at);
    final Hlc from = new Hlc(in.unsigned());
    at = in.key(at);
    final Hlc to = new Hlc(in.unsigned());
    at = in.key(at);
    final String serial = HexFormat.of().formatHex(in.bytes(SERIAL_BYTES));
    String issuer = null;
    if (count >= 10) {
      at = in.key(at);
      issuer = HexFormat.of().formatHex(in.bytes(SHORT_BYTES));
    }
    at = in.key(at);
    final byte[] proof = in.bytes(PublicKey.SIGNATURE_BYTES);
    boolean sole = count == 11 && readSole(in);
    in.end();
    if (at != 10
        || sole != (count == 11)
        || roles.isEmpty()
        || unit.isBlank()
        || from.compareTo(to) >= 0) {
      throw new Refusal(Reason.MALFORMED, "certificate");
    }
    return new Certificate(key, name, unit, roles, fields, from, to, serial, issuer, proof, sole);
  }

  private static boolean readSole(CborReader in) {
    in.key(10);
    return Boolean.TRUE.equals(in.value());
  }

  static void writeRoles(CborWriter out, Set<Role> roles) {
    out.array(roles.size());
    roles.stream().mapToInt(Role::number).sorted().forEach(out::number);
  }

  static Set<Role> readRoles(CborReader in) {
    int count = in.array(MAX_ROLES);
    Set<Role> roles = EnumSet.noneOf(Role.class);
    int number = 0;
    for (int i = 0; i < count; i++) {
      number = in.key(number);
      Role role = Role.ofNumber(number);
      if (role == null) {
        throw new Refusal(Reason.NEWER_PROGRAM, "role");
      }
      roles.add(role);
    }
    return roles;
  }

  static SortedSet<String> readFields(CborReader in) {
    int count = in.array(MAX_FIELDS);
    SortedSet<String> fields = new TreeSet<>();
    for (int i = 0; i < count; i++) {
      String field = in.text();
      if (!fields.isEmpty() && field.compareTo(fields.last()) <= 0) {
        throw new Refusal(Reason.MALFORMED, "order");
      }
      fields.add(field);
    }
    return fields;
  }
}

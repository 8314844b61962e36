package vn.roquyen.sync;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import vn.roquyen.domain.RowEdit;
import vn.roquyen.domain.RowEdit.Kind;

/**
 * Edits as CBOR: an array of {@code [entity, key, kind, {field: value}]}, without the map for a
 * removal. Fields and entities that this program does not know pass through unchanged.
 */
final class EditCodec {
  static final int MAX_EDITS = 5_000;
  private static final int MAX_FIELDS = 1_000;
  private static final int MAX_NUMBER = 1_000_000;
  private static final int MAX_KEY = 200;

  private EditCodec() {}

  static byte[] write(List<RowEdit> edits) {
    CborWriter out = new CborWriter().array(edits.size());
    edits.forEach(edit -> write(out, edit));
    return out.toBytes();
  }

  static void write(CborWriter out, RowEdit edit) {
    boolean removal = edit.kind() == Kind.REMOVE;
    out.array(removal ? 3 : 4).number(edit.entity()).text(edit.key());
    out.number(edit.kind().number());
    if (!removal) {
      out.map(edit.fields().size());
      edit.fields().forEach((number, value) -> out.number(number).value(value));
    }
  }

  /**
   * Reads edits.
   *
   * @throws Refusal MALFORMED, TRAILING_BYTES, TOO_MANY, BAD_OPERATION, NEWER_PROGRAM
   */
  static List<RowEdit> read(byte[] encoded) {
    CborReader in = new CborReader(encoded);
    int count = in.array(MAX_EDITS);
    if (count == 0) {
      throw new Refusal(Reason.BAD_OPERATION, "empty");
    }
    List<RowEdit> edits = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      edits.add(edit(in));
    }
    in.end();
    return edits;
  }

  private static RowEdit edit(CborReader in) {
    int parts = in.array(4);
    int entity = in.unsigned(MAX_NUMBER);
    String key = in.text();
    Kind kind = Kind.ofNumber(in.unsigned());
    if (kind == null) {
      throw new Refusal(Reason.NEWER_PROGRAM, "kind");
    }
    if (key.isBlank() || key.length() > MAX_KEY || parts != (kind == Kind.REMOVE ? 3 : 4)) {
      throw new Refusal(Reason.BAD_OPERATION, "key");
    }
    SortedMap<Integer, @Nullable Object> fields = new TreeMap<>();
    if (kind != Kind.REMOVE) {
      int count = in.map(MAX_FIELDS);
      int number = -1;
      for (int i = 0; i < count; i++) {
        number = in.key(number);
        fields.put(number, in.value());
      }
    }
    return new RowEdit(entity, key, kind, fields);
  }
}

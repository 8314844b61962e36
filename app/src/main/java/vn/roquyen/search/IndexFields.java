package vn.roquyen.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.apache.lucene.document.BinaryDocValuesField;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.IndexOptions;
import org.apache.lucene.util.BytesRef;
import vn.roquyen.domain.Level;
import vn.roquyen.domain.Mode;
import vn.roquyen.domain.RecordKind;
import vn.roquyen.search.WordStream.Form;

/**
 * The fields of the index. Each text is indexed in up to three forms: {@code x_exact}, {@code x}
 * (plain) and {@code x_pairs}. What ranking and facets need of a hit is in columns, so that no
 * stored document is read for it.
 */
final class IndexFields {
  /** Raise when anything about the fields or the folding changes: an older index is rebuilt. */
  static final String FORMAT = "5";

  static final String ID = "id";
  static final String KIND = "kind";
  static final String KEY = "key";
  static final String BASIS = "basis";
  static final String FIELD_NAME = "field_name";
  static final String MODE = "mode";
  static final String LEVEL = "level";
  static final String IN_FORCE = "in_force";

  static final String TITLE = "title";
  static final String KEYWORDS = "keywords";
  static final String FIELD = "field";
  static final String TEXT = "text";
  static final String BODY = "body";

  /** Columns. */
  static final String WORDS = "words";

  static final String FLAGS = "flags";

  private static final String EXACT = "_exact";
  private static final String PAIRS = "_pairs";
  private static final FieldType SCORED = type(IndexOptions.DOCS_AND_FREQS, false);
  private static final FieldType LISTED = type(IndexOptions.DOCS, true);

  private final WordReader reader = new WordReader();

  static String exact(String field) {
    return field + EXACT;
  }

  static String pairs(String field) {
    return field + PAIRS;
  }

  static String exactPairs(String field) {
    return field + EXACT + PAIRS;
  }

  /** The Lucene form of a record. */
  Document of(SearchDocument record) {
    Document document = new Document();
    document.add(new StringField(ID, record.id(), Field.Store.NO));
    document.add(new StringField(KIND, record.kind().name(), Field.Store.NO));
    if (record.number() != null) {
      String kind = record.kind() == RecordKind.INSTRUMENT ? record.keywords() : null;
      addAll(document, KEY, Identifiers.keysOf(record.number(), kind));
    }
    for (String number : record.basis()) {
      addAll(document, BASIS, Identifiers.keysOf(number, null));
    }
    if (record.field() != null) {
      document.add(new StringField(FIELD_NAME, record.field(), Field.Store.NO));
    }
    record.modes().forEach(mode -> add(document, MODE, mode.name()));
    record.levels().forEach(level -> add(document, LEVEL, level.name()));
    add(document, IN_FORCE, Boolean.toString(record.inForce()));
    addTexts(document, record);
    String column = column(record);
    document.add(new BinaryDocValuesField(WORDS, new BytesRef(column)));
    document.add(new NumericDocValuesField(FLAGS, flags(record)));
    return document;
  }

  private void addTexts(Document document, SearchDocument record) {
    List<Word> title = reader.read(record.title());
    document.add(field(TITLE, title, Form.PLAIN, SCORED));
    document.add(field(exact(TITLE), title, Form.EXACT, SCORED));
    document.add(field(pairs(TITLE), title, Form.PAIRS, SCORED));
    document.add(field(exactPairs(TITLE), title, Form.EXACT_PAIRS, LISTED));
    for (String phrase : Objects.toString(record.keywords(), "").split(";")) {
      List<Word> words = reader.read(phrase);
      document.add(field(KEYWORDS, words, Form.PLAIN, SCORED));
      document.add(field(exact(KEYWORDS), words, Form.EXACT, SCORED));
      document.add(field(pairs(KEYWORDS), words, Form.PAIRS, SCORED));
    }
    List<Word> field = reader.read(Objects.toString(record.field(), ""));
    document.add(field(FIELD, field, Form.PLAIN, SCORED));
    document.add(field(exact(FIELD), field, Form.EXACT, LISTED));
    List<Word> text = reader.read(Objects.toString(record.text(), ""));
    document.add(field(TEXT, text, Form.PLAIN, SCORED));
    document.add(field(exact(TEXT), text, Form.EXACT, LISTED));
    document.add(field(pairs(TEXT), text, Form.PAIRS, SCORED));
    List<Word> body = reader.read(Objects.toString(record.body(), ""));
    document.add(field(BODY, body, Form.PLAIN, SCORED));
    document.add(field(pairs(BODY), body, Form.PAIRS, LISTED));
  }

  private static Field field(String name, List<Word> words, Form form, FieldType type) {
    return new Field(name, new WordStream(words, form), type);
  }

  private static void add(Document document, String field, String value) {
    document.add(new StringField(field, value, Field.Store.NO));
  }

  private static void addAll(Document document, String field, List<String> values) {
    values.forEach(value -> add(document, field, value));
  }

  /** Id, title, keywords and field in one column, parted by line feeds. */
  private static String column(SearchDocument record) {
    return record.id()
        + "\n"
        + oneLine(record.title())
        + "\n"
        + oneLine(Objects.toString(record.keywords(), ""))
        + "\n"
        + oneLine(Objects.toString(record.field(), ""));
  }

  private static String oneLine(String text) {
    return text.replace('\n', ' ');
  }

  /** Kind, modes, levels and the two yes-no facts in the bits of one number. */
  static long flags(SearchDocument record) {
    long flags = record.kind().ordinal();
    for (Mode mode : record.modes()) {
      flags |= 1L << (8 + mode.ordinal());
    }
    for (Level level : record.levels()) {
      flags |= 1L << (16 + level.ordinal());
    }
    flags |= record.inForce() ? 1L << 32 : 0;
    flags |= record.communeDecides() ? 1L << 33 : 0;
    return flags;
  }

  static RecordKind kind(long flags) {
    return RecordKind.values()[(int) (flags & 0xff)];
  }

  static Set<Mode> modes(long flags) {
    return bits(flags >> 8, Mode.values());
  }

  static Set<Level> levels(long flags) {
    return bits(flags >> 16, Level.values());
  }

  static boolean inForce(long flags) {
    return (flags & 1L << 32) != 0;
  }

  static boolean communeDecides(long flags) {
    return (flags & 1L << 33) != 0;
  }

  private static <E> Set<E> bits(long flags, E[] values) {
    List<E> set = new ArrayList<>();
    for (int i = 0; i < values.length; i++) {
      if ((flags & 1L << i) != 0) {
        set.add(values[i]);
      }
    }
    return Set.copyOf(set);
  }

  private static FieldType type(IndexOptions options, boolean omitNorms) {
    FieldType type = new FieldType();
    type.setIndexOptions(options);
    type.setTokenized(true);
    type.setOmitNorms(omitNorms);
    type.freeze();
    return type;
  }
}

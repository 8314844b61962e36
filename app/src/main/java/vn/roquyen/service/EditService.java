package vn.roquyen.service;

import java.security.SecureRandom;
import java.text.Normalizer;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.roquyen.domain.ChangeId;
import vn.roquyen.domain.Column;
import vn.roquyen.domain.Entity;
import vn.roquyen.domain.Fault;
import vn.roquyen.domain.FaultCode;
import vn.roquyen.domain.Operation;
import vn.roquyen.exchange.FieldReader;
import vn.roquyen.sync.Membership;
import vn.roquyen.sync.Trust;

/** A person's edits of single rows. Whether his key may write them is the ledger's to say. */
public final class EditService {
  private static final int NAME_BYTES = 8;
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final DateTimeFormatter WRITTEN = DateTimeFormatter.ofPattern("d/M/uuuu");

  private final DraftService.Sources sources;
  private final RecordService records;
  private final Clock clock;

  public EditService(DraftService.Sources sources, RecordService records, Clock clock) {
    this.sources = sources;
    this.records = records;
    this.clock = clock;
  }

  /**
   * Adds a note of the own unit to a record.
   *
   * @return the note's key
   * @throws Fault RECORD_UNKNOWN, NOT_ALLOWED, KEY_PENDING, OPERATION_INVALID
   */
  public String addNote(String subject, String text) {
    Membership member = sources.replica().membership();
    Trust.Admitted own = member == null ? null : member.own();
    if (own == null) {
      throw new Fault(FaultCode.KEY_PENDING);
    }
    records.find(subject);
    String cleaned = clean(text);
    if (cleaned.isEmpty()) {
      throw new Fault(FaultCode.OPERATION_INVALID, Entity.NOTE.table(), subject, "text");
    }
    byte[] name = new byte[NAME_BYTES];
    RANDOM.nextBytes(name);
    String key = own.certificate().unit() + "/" + HexFormat.of().formatHex(name);
    Map<String, Object> values = new HashMap<>();
    values.put("subject_id", subject);
    values.put("text", cleaned);
    values.put("written_on", LocalDate.now(clock));
    if (!own.certificate().name().isBlank()) {
      values.put("author", own.certificate().name());
    }
    sources.ledger().record(List.of(new Operation.Insert(Entity.NOTE, key, values)));
    return key;
  }

  /**
   * Sets fields of a row as a person writes them: dates as 24/11/2026 or 2026-11-24, words and
   * records as an annex may name them, an empty text empties the field.
   *
   * @param isNew true makes the row, false changes one that is there
   * @return the changes that wait for a second key; empty when the row has changed already
   * @throws Fault RECORD_UNKNOWN, NOT_ALLOWED, OPERATION_INVALID, WORD_UNKNOWN, REFERENCE_UNKNOWN
   */
  public List<ChangeId> set(Entity entity, String key, Map<String, String> texts, boolean isNew) {
    FieldReader reader =
        new FieldReader(new AnnexNames(sources.registers().current(), sources.procedures()));
    Map<String, @Nullable Object> values = new LinkedHashMap<>();
    texts.forEach(
        (name, text) ->
            values.put(
                name,
                FieldReader.reads(entity, name)
                    ? read(reader, entity, key, name, text)
                    : value(entity, key, name, clean(text))));
    if (isNew) {
      Map<String, Object> stated = new LinkedHashMap<>();
      values.forEach(
          (name, value) -> {
            if (value != null) {
              stated.put(name, value);
            }
          });
      return sources.ledger().record(List.of(new Operation.Insert(entity, key, stated)));
    }
    if (sources.projection().find(entity, key) == null) {
      throw new Fault(FaultCode.RECORD_UNKNOWN, key);
    }
    return sources.ledger().record(List.of(new Operation.SetFields(entity, key, values)));
  }

  /** As an annex is read: a word or a record that nobody knows would be shown nowhere. */
  private static @Nullable Object read(
      FieldReader reader, Entity entity, String key, String name, String text) {
    return switch (reader.read(entity, name, name, text)) {
      case FieldReader.Read.Good good -> good.value();
      case FieldReader.Read.Bad bad ->
          throw switch (bad.problem()) {
            case TOKEN_UNKNOWN ->
                new Fault(
                    FaultCode.WORD_UNKNOWN,
                    name,
                    text,
                    String.join(", ", FieldReader.words(entity, name)));
            case REFERENCE_UNKNOWN -> new Fault(FaultCode.REFERENCE_UNKNOWN, name, text);
            default -> new Fault(FaultCode.OPERATION_INVALID, entity.table(), key, name);
          };
    };
  }

  private static @Nullable Object value(Entity entity, String key, String name, String text) {
    Column column = entity.column(name);
    if (column == null || column.type() == Column.Type.LIST) {
      throw new Fault(FaultCode.OPERATION_INVALID, entity.table(), key, name);
    }
    if (text.isEmpty()) {
      return null;
    }
    try {
      return switch (column.type()) {
        case DATE -> text.contains("/") ? LocalDate.parse(text, WRITTEN) : LocalDate.parse(text);
        case INTEGER -> Integer.valueOf(text);
        default -> text;
      };
    } catch (DateTimeException | NumberFormatException notOfItsType) {
      throw new Fault(FaultCode.OPERATION_INVALID, notOfItsType, entity.table(), key, name);
    }
  }

  private static String clean(String text) {
    return Normalizer.normalize(text.strip(), Normalizer.Form.NFC);
  }
}

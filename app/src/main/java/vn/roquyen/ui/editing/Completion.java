package vn.roquyen.ui.editing;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.roquyen.domain.Entity;
import vn.roquyen.domain.PlainLetters;
import vn.roquyen.domain.References;
import vn.roquyen.domain.draft.DraftRow;
import vn.roquyen.platform.Messages;
import vn.roquyen.service.DraftCheck.CheckedField;
import vn.roquyen.service.DraftCheck.CheckedRow;
import vn.roquyen.service.DraftRows;
import vn.roquyen.service.EditableRecords.Known;

/** Names that a field can be completed to: records of the register and of the draft, words. */
public final class Completion {
  private static final int MOST = 8;
  private static final int MOST_RECORDS = 60;

  /**
   * A value that can be chosen.
   *
   * @param key what the field then holds
   * @param within the instrument that a provision is part of; empty for others
   */
  public record Name(String key, String name, String plain, String within) {
    Name(String key, String name, String within) {
      this(key, name, PlainLetters.words(name), within);
    }
  }

  private final Map<Entity, List<Name>> names = new EnumMap<>(Entity.class);
  private final long revision;
  private final Messages messages;

  /**
   * The names of a register.
   *
   * @param revision of the register that they were read from
   */
  Completion(long revision, List<Known> records, Messages messages) {
    this.revision = revision;
    this.messages = messages;
    for (Known record : records) {
      names
          .computeIfAbsent(record.entity(), any -> new ArrayList<>())
          .add(new Name(record.key(), record.name(), record.within()));
    }
  }

  long revision() {
    return revision;
  }

  /**
   * At most eight values in which each typed word begins a word: first those that begin with the
   * words, of these the draft's own.
   *
   * @param within name of the instrument whose provisions are offered; empty for those of all
   */
  List<Name> of(
      Entity entity, String field, String typed, List<CheckedRow> drafted, String within) {
    List<Name> all = new ArrayList<>();
    for (String word : DraftRows.words(entity, field)) {
      all.add(new Name(word, messages.valueName(field, word), ""));
    }
    for (Entity target : References.of(entity).getOrDefault(field, List.of())) {
      for (CheckedRow row : drafted) {
        if (row.row().entity() == target
            && row.row().kind() == DraftRow.Kind.NEW
            && !row.name().isEmpty()) {
          all.add(new Name(row.row().key(), row.name(), shown(row, "instrument_id")));
        }
      }
      all.addAll(names.getOrDefault(target, List.of()));
    }
    String plain = PlainLetters.words(typed);
    String[] words = plain.split(" ");
    return all.stream()
        .filter(name -> within.isEmpty() || name.within().equals(within))
        .filter(name -> holds(name.plain(), words))
        .sorted(Comparator.comparing(name -> !name.plain().startsWith(plain)))
        .limit(MOST)
        .toList();
  }

  /** What a field of a row shows; empty for none. */
  static String shown(@Nullable CheckedRow row, @Nullable String field) {
    return row == null
        ? ""
        : row.fields().stream()
            .filter(each -> each.name().equals(field))
            .map(CheckedField::shown)
            .findFirst()
            .orElse("");
  }

  /** The name of a record of the register, or null when there is none of that key. */
  @Nullable String name(Entity entity, String key) {
    return names.getOrDefault(entity, List.of()).stream()
        .filter(name -> name.key().equals(key))
        .map(Name::name)
        .findFirst()
        .orElse(null);
  }

  /** Records in which each typed word begins a word; those that begin with the words come first. */
  List<Known> records(String typed) {
    String plain = PlainLetters.words(typed);
    String[] words = plain.split(" ");
    List<Known> found = new ArrayList<>();
    for (Entity entity : DraftRows.KINDS) {
      names.getOrDefault(entity, List.of()).stream()
          .filter(name -> holds(name.plain(), words))
          .sorted(Comparator.comparing(name -> !name.plain().startsWith(plain)))
          .limit(MOST_RECORDS)
          .forEach(name -> found.add(new Known(entity, name.key(), name.name())));
    }
    return found;
  }

  private static boolean holds(String plain, String[] words) {
    for (String word : words) {
      if (!(" " + plain).contains(" " + word)) {
        return false;
      }
    }
    return true;
  }
}

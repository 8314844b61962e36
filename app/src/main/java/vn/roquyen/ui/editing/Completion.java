package vn.roquyen.ui.editing;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import vn.roquyen.domain.Entity;
import vn.roquyen.domain.PlainLetters;
import vn.roquyen.domain.References;
import vn.roquyen.domain.Register;
import vn.roquyen.domain.draft.DraftRow;
import vn.roquyen.platform.Messages;
import vn.roquyen.service.DraftCheck.CheckedRow;
import vn.roquyen.service.DraftRows;

/** Names that a field can be completed to: records of the register and of the draft, words. */
public final class Completion {
  private static final int MOST = 8;

  /**
   * A value that can be chosen.
   *
   * @param key what the field then holds
   */
  public record Name(String key, String name, String plain) {
    Name(String key, String name) {
      this(key, name, PlainLetters.words(name));
    }
  }

  private final Map<Entity, List<Name>> names;
  private final Messages messages;

  Completion(Map<Entity, List<Name>> names, Messages messages) {
    this.names = names;
    this.messages = messages;
  }

  /** The records of a register. */
  static Completion of(Register register, Messages messages) {
    Map<Entity, List<Name>> names = new EnumMap<>(Entity.class);
    names.put(
        Entity.POWER,
        register.powers().values().stream().map(one -> new Name(one.id(), one.title())).toList());
    names.put(
        Entity.BODY,
        register.bodies().values().stream().map(one -> new Name(one.id(), one.name())).toList());
    names.put(
        Entity.FIELD,
        register.fields().values().stream().map(one -> new Name(one.id(), one.name())).toList());
    names.put(
        Entity.INSTRUMENT,
        register.instruments().values().stream()
            .map(one -> new Name(one.id(), one.label()))
            .toList());
    return new Completion(names, messages);
  }

  /** At most eight values in which each typed word begins a word; the draft's own come first. */
  List<Name> of(Entity entity, String field, String typed, List<CheckedRow> drafted) {
    List<Name> all = new ArrayList<>();
    for (String word : DraftRows.words(entity, field)) {
      all.add(new Name(word, messages.valueName(field, word)));
    }
    for (Entity target : References.of(entity).getOrDefault(field, List.of())) {
      for (CheckedRow row : drafted) {
        if (row.row().entity() == target
            && row.row().kind() == DraftRow.Kind.NEW
            && !row.name().isEmpty()) {
          all.add(new Name(row.row().key(), row.name()));
        }
      }
      all.addAll(names.getOrDefault(target, List.of()));
    }
    String[] words = PlainLetters.words(typed).split(" ");
    return all.stream().filter(name -> holds(name.plain(), words)).limit(MOST).toList();
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

package vn.roquyen.ui.editing;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import vn.roquyen.domain.Entity;
import vn.roquyen.domain.Operation;
import vn.roquyen.platform.Messages;

/**
 * How a person knows a draft or a change: by the first record in it that has a name of its own,
 * else by the power that it grants and how many more.
 */
final class EntryTitle {
  private static final List<String> NAMES = List.of("number", "title", "name");

  private final Completion completion;
  private final Messages messages;

  /** One record of the entry with what is written in its fields. */
  private record Item(Entity entity, String key, Map<String, ?> values) {
    String text(String field) {
      return Objects.toString(values.get(field), "");
    }
  }

  EntryTitle(Completion completion, Messages messages) {
    this.completion = completion;
    this.messages = messages;
  }

  String of(Entry entry) {
    List<Item> items = items(entry);
    if (items.isEmpty()) {
      return messages.text("editing.draft.empty");
    }
    return items.stream()
        .map(EntryTitle::own)
        .filter(name -> !name.isBlank())
        .findFirst()
        .orElseGet(() -> first(items));
  }

  /** Of records that nothing names yet, the kind of the first. */
  private String first(List<Item> items) {
    Item first =
        items.stream().filter(item -> known(item) != null).findFirst().orElse(items.getFirst());
    String kind = messages.name("entity", first.entity());
    String name = known(first);
    if (name == null) {
      return kind;
    }
    return items.size() == 1
        ? messages.text("editing.title.one", kind, name)
        : messages.text("editing.title.more", kind, name, items.size() - 1);
  }

  /** A grant is known by its power or procedure, what stands in the register by its name there. */
  private @Nullable String known(Item item) {
    if (item.entity() == Entity.GRANT) {
      String power = item.text("power_id");
      if (!power.isBlank()) {
        String name = completion.name(Entity.POWER, power);
        return Objects.requireNonNullElseGet(
            name,
            () -> Objects.requireNonNullElse(completion.name(Entity.PROCEDURE, power), power));
      }
    }
    return completion.name(item.entity(), item.key());
  }

  private static String own(Item item) {
    return NAMES.stream().map(item::text).filter(text -> !text.isBlank()).findFirst().orElse("");
  }

  private static List<Item> items(Entry entry) {
    return switch (entry) {
      case Entry.Writing writing ->
          writing.draft().rows().stream()
              .map(row -> new Item(row.entity(), row.key(), row.texts()))
              .toList();
      case Entry.Waiting waiting ->
          waiting.change().operations().stream().map(EntryTitle::item).toList();
    };
  }

  private static Item item(Operation operation) {
    Map<String, ?> values =
        switch (operation) {
          case Operation.Insert insert -> insert.values();
          case Operation.SetFields set -> Map.of();
          case Operation.Remove remove -> Map.of();
        };
    return new Item(operation.entity(), operation.key(), values);
  }
}

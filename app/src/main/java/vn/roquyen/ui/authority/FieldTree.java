package vn.roquyen.ui.authority;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import vn.roquyen.domain.Field;
import vn.roquyen.domain.VietnameseOrder;

/** Counts powers in the tree of fields; each level stands in the order of the alphabet. */
final class FieldTree {
  private final VietnameseOrder alphabet;
  private final Node root;

  FieldTree(VietnameseOrder alphabet) {
    this.alphabet = alphabet;
    this.root = new Node(null, alphabet);
  }

  /** Counts one power in its field and in all fields above it. */
  void add(List<Field> path) {
    Node at = root;
    for (Field field : path) {
      at = at.below.computeIfAbsent(field.name(), name -> new Node(field, alphabet));
      at.count++;
    }
  }

  List<FieldCount> counts() {
    List<FieldCount> counts = new ArrayList<>();
    root.list(-1, counts);
    return List.copyOf(counts);
  }

  private static final class Node {
    private final @Nullable Field field;
    private final TreeMap<String, Node> below;
    private int count;

    Node(@Nullable Field field, VietnameseOrder alphabet) {
      this.field = field;
      this.below = new TreeMap<>(alphabet);
    }

    void list(int depth, List<FieldCount> counts) {
      if (field != null) {
        counts.add(new FieldCount(field, depth, count));
      }
      below.values().forEach(node -> node.list(depth + 1, counts));
    }
  }
}

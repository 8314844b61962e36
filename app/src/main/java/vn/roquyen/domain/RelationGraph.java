package vn.roquyen.domain;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The instruments around one of them, in layers from left to right: what acts on it stands at its
 * left, what it acts on at its right.
 *
 * @param edges all relations between the nodes
 */
public record RelationGraph(List<Node> nodes, List<Edge> edges) {
  /**
   * One instrument.
   *
   * @param status on the day asked for
   * @param layer 0 for the centre, negative to the left
   * @param row from the top of its layer, from 0
   */
  public record Node(Instrument instrument, InstrumentStatus status, int layer, int row) {
    public String id() {
      return instrument.id();
    }
  }

  /**
   * One instrument acts on another.
   *
   * @param partly true when it acts on some provisions only
   */
  public record Edge(String fromId, RelationKind kind, String toId, boolean partly) {}

  /**
   * The graph around an instrument.
   *
   * @param depth how many steps to go to either side
   */
  public static RelationGraph around(
      Register register, Instrument centre, LocalDate date, int depth) {
    Map<String, Integer> layers = layers(register, centre.id(), depth);
    List<Edge> edges = new ArrayList<>();
    for (InstrumentRelation relation : register.relations()) {
      boolean partly = relation.provisionId() != null;
      Edge edge = new Edge(relation.fromId(), relation.relation(), relation.toId(), partly);
      boolean shown = layers.containsKey(edge.fromId()) && layers.containsKey(edge.toId());
      if (shown && !edges.contains(edge)) {
        edges.add(edge);
      }
    }
    // From the centre outwards: a layer is ordered by the one that stands nearer.
    Map<Integer, List<String>> byLayer =
        new TreeMap<>(
            Comparator.comparingInt((Integer layer) -> Math.abs(layer))
                .thenComparing(Comparator.naturalOrder()));
    for (Map.Entry<String, Integer> entry : layers.entrySet()) {
      byLayer.computeIfAbsent(entry.getValue(), fresh -> new ArrayList<>()).add(entry.getKey());
    }
    Map<String, Double> heights = new HashMap<>();
    List<Node> nodes = new ArrayList<>();
    byLayer.forEach(
        (layer, ids) -> {
          order(ids, edges, heights);
          for (int row = 0; row < ids.size(); row++) {
            Instrument instrument =
                Objects.requireNonNull(register.instrument(ids.get(row)), ids.get(row));
            nodes.add(new Node(instrument, register.statusOn(instrument, date), layer, row));
          }
        });
    return new RelationGraph(List.copyOf(nodes), List.copyOf(edges));
  }

  /** Puts the instruments of a layer near their neighbours, so that few lines cross. */
  private static void order(List<String> ids, List<Edge> edges, Map<String, Double> heights) {
    ids.sort(
        Comparator.comparingDouble((String id) -> wanted(id, edges, heights))
            .thenComparing(Comparator.naturalOrder()));
    for (int row = 0; row < ids.size(); row++) {
      heights.put(ids.get(row), row - (ids.size() - 1) / 2.0);
    }
  }

  /** The layer of each instrument that is reached, nearest first. */
  private static Map<String, Integer> layers(Register register, String centre, int depth) {
    Map<String, Integer> layers = new LinkedHashMap<>();
    layers.put(centre, 0);
    for (int step = 1; step <= depth; step++) {
      Map<String, Integer> reached = new LinkedHashMap<>();
      for (InstrumentRelation relation : register.relations()) {
        String from = relation.fromId();
        String to = relation.toId();
        boolean known = register.instrument(from) != null && register.instrument(to) != null;
        if (known && isAt(layers.get(from), step - 1) && !layers.containsKey(to)) {
          reached.putIfAbsent(to, step);
        }
        if (known && isAt(layers.get(to), 1 - step) && !layers.containsKey(from)) {
          reached.putIfAbsent(from, -step);
        }
      }
      layers.putAll(reached);
    }
    return layers;
  }

  private static boolean isAt(@Nullable Integer layer, int wanted) {
    return layer != null && layer == wanted;
  }

  /** The mean height of the neighbours that have their place already. */
  private static double wanted(String id, List<Edge> edges, Map<String, Double> heights) {
    return edges.stream()
        .filter(edge -> edge.fromId().equals(id) || edge.toId().equals(id))
        .map(edge -> heights.get(edge.fromId().equals(id) ? edge.toId() : edge.fromId()))
        .filter(Objects::nonNull)
        .mapToDouble(Double::doubleValue)
        .average()
        .orElse(0);
  }
}

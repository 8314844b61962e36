package vn.roquyen.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import vn.roquyen.domain.RelationGraph.Edge;
import vn.roquyen.domain.RelationGraph.Node;

final class RelationGraphTest {
  private static final LocalDate DAY = LocalDate.of(2026, 11, 24);

  @Test
  void whatActsStandsLeftAndWhatIsActedOnRight() {
    RelationGraph graph =
        graph(2, "new REPEALS old", "old BASED_ON law", "new BASED_ON law", "late AMENDS new");
    assertThat(layers(graph)).isEqualTo(Map.of("old", 0, "new", -1, "late", -2, "law", 1));
    assertThat(graph.nodes().getFirst().id()).isEqualTo("old");
    assertThat(graph.edges()).contains(new Edge("new", RelationKind.BASED_ON, "law", false));
    assertThat(graph.edges()).hasSize(4);
  }

  @Test
  void itGoesNoFurtherThanAskedAndARingDoesNotHoldItUp() {
    RelationGraph graph = graph(1, "old BASED_ON law", "law GUIDES old", "law BASED_ON other");
    assertThat(layers(graph)).isEqualTo(Map.of("old", 0, "law", 1));
    assertThat(graph.edges()).hasSize(2);
  }

  @Test
  void oneWithoutRelationsStandsAlone() {
    assertThat(graph(2, "new REPEALS other").nodes()).hasSize(1);
  }

  @Test
  void aLayerIsOrderedByItsNeighboursSoThatLinesDoNotCross() {
    RelationGraph graph =
        graph(2, "old BASED_ON law", "old BASED_ON other", "law BASED_ON zz", "other BASED_ON aa");
    Map<String, Integer> rows = new LinkedHashMap<>();
    graph.nodes().forEach(node -> rows.put(node.id(), node.row()));
    assertThat(rows.get("zz") - rows.get("aa")).isEqualTo(rows.get("law") - rows.get("other"));
  }

  private static Map<String, Integer> layers(RelationGraph graph) {
    Map<String, Integer> layers = new LinkedHashMap<>();
    for (Node node : graph.nodes()) {
      layers.put(node.id(), node.layer());
    }
    return layers;
  }

  /** The graph around "old"; each relation as "from KIND to". */
  private static RelationGraph graph(int depth, String... relations) {
    Map<String, Instrument> instruments = new LinkedHashMap<>();
    for (String id : List.of("old", "new", "late", "law", "other", "aa", "zz")) {
      instruments.put(
          id,
          new Instrument(id, id, null, null, null, null, null, InstrumentStatus.UNKNOWN, id, null));
    }
    List<InstrumentRelation> all =
        Arrays.stream(relations)
            .map(one -> one.split(" "))
            .map(
                part ->
                    new InstrumentRelation(
                        part[0], RelationKind.valueOf(part[1]), part[2], null, null))
            .toList();
    Register register =
        new Register(
            1, Map.of(), Map.of(), Map.of(), instruments, all, Map.of(), Map.of(), Map.of());
    return RelationGraph.around(register, instruments.get("old"), DAY, depth);
  }
}

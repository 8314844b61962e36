package vn.roquyen.domain;

import java.util.List;

/**
 * What an approval of now would write.
 *
 * @param edits of the proposal, in their order, with the corrections laid over its new rows
 * @param corrections oldest first
 */
public record AsEdited(List<RowEdit> edits, List<Correction> corrections) {
  public AsEdited {
    edits = List.copyOf(edits);
    corrections = List.copyOf(corrections);
  }
}

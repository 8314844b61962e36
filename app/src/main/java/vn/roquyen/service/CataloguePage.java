package vn.roquyen.service;

import java.util.List;
import java.util.Map;
import vn.roquyen.domain.Answer;

/**
 * The part of the catalogue that a filter leaves.
 *
 * @param rows the first of them, at most {@link CatalogueService#PAGE}
 * @param total how many the filter leaves
 * @param all how many procedures there are
 * @param fields how many each field has, by name in the order of the alphabet, whatever field is
 *     chosen; the procedures without a field are under ""
 * @param answers how many each verdict has, whatever verdict is chosen
 */
public record CataloguePage(
    List<ProcedureLine> rows,
    int total,
    int all,
    Map<String, Integer> fields,
    Map<Answer, Integer> answers) {}

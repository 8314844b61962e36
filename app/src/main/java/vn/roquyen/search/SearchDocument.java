package vn.roquyen.search;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.roquyen.domain.Level;
import vn.roquyen.domain.Mode;
import vn.roquyen.domain.RecordKind;

/**
 * What the index knows of one record. Texts are NFC.
 *
 * @param number the number of an instrument or the code of a procedure
 * @param keywords search words chosen by an editor, separated by ";"
 * @param text further text of less weight: description, result, conditions, names of bodies
 * @param body long text of least weight: steps, dossier
 * @param communeDecides true when a commune body decides or nobody else is named; such records come
 *     first among equals
 * @param basis numbers of the instruments that the record rests on
 */
public record SearchDocument(
    String id,
    RecordKind kind,
    String title,
    @Nullable String number,
    @Nullable String keywords,
    @Nullable String text,
    @Nullable String body,
    @Nullable String field,
    Set<Mode> modes,
    Set<Level> levels,
    boolean inForce,
    boolean communeDecides,
    List<String> basis) {}

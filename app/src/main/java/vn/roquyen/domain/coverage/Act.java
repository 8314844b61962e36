package vn.roquyen.domain.coverage;

import org.jspecify.annotations.Nullable;
import vn.roquyen.domain.Field;
import vn.roquyen.domain.Grant;
import vn.roquyen.domain.Level;

/**
 * A grant in force that counts as an act, with what it is counted under.
 *
 * @param title what is granted
 * @param field the topmost field, or null when there is none
 * @param grantor level of the grantor, or null when it is not named
 * @param grantee level of the grantee, or null when it is not named
 */
public record Act(
    Grant grant,
    String title,
    @Nullable Field field,
    @Nullable Level grantor,
    @Nullable Level grantee) {}

package vn.roquyen.domain;

import org.jspecify.annotations.Nullable;

/** One paper of a dossier; items of one group are alternatives or belong to one case. */
public record DossierItem(
    @Nullable String group,
    String name,
    @Nullable String form,
    @Nullable String originals,
    @Nullable String copies) {}

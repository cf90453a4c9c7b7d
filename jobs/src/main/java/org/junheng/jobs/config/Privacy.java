package org.junheng.jobs.config;

import org.jspecify.annotations.Nullable;

/** Where the key of the pupils' pseudonyms comes from. */
public record Privacy(@Nullable String keyEnv, @Nullable String keyFile) {
    public static final Privacy NONE = new Privacy(null, null);
}

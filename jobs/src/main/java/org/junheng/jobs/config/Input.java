package org.junheng.jobs.config;

import org.jspecify.annotations.Nullable;

/**
 * Where a table is delivered.
 *
 * @param path file, glob or folder, as written in the evaluation file
 * @param encoding declared charset; null = detected
 */
public record Input(String table, String path, @Nullable String encoding) {}

package org.junheng.jobs.table;

import org.jspecify.annotations.Nullable;

/** A county with its prefecture and province. */
public record Counties(
        @Key String countyCode,
        @Nullable String countyName,
        @Nullable String prefectureCode,
        @Nullable String prefectureName,
        @Nullable String provinceCode,
        @Nullable String provinceName,
        @Nullable SupportLevel supportLevel) {}

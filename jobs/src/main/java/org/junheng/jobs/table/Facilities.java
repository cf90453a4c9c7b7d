package org.junheng.jobs.table;

import org.jspecify.annotations.Nullable;

/** Rooms, grounds and equipment of a school in one year, shared by its stages. */
public record Facilities(
        @Key String schoolCode,
        @Key @Range(min = 1900, max = 2200) int year,
        @Nullable @Range(min = 0) Double teachingAuxiliaryAreaM2,
        @Nullable @Range(min = 0) Double indoorSportsAreaM2,
        @Nullable @Range(min = 0) Double sportsGroundAreaM2,

        @Nullable @Range(min = 0) @Named("equipment_value_10k_yuan")
        Double equipmentValue10kYuan,

        @Nullable @Range(min = 0) Long multimediaClassrooms,
        @Nullable @Range(min = 0) Long computers,
        @Nullable @Range(min = 0) Long books,
        @Nullable @Range(min = 0) Long classCount) {}

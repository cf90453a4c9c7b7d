package org.junheng.jobs.config;

import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junheng.jobs.table.RespondentGroup;

/**
 * To which known margins the answers of a group are weighted: a block of {@code survey_weights}.
 *
 * @param margins columns of schools by which the population is known
 * @param area code of the county, prefecture or province that the totals are of; null = every area
 * @param year of the totals; null = every year
 * @param totals known totals by column and value; empty = the pupils on roll of every area and year
 */
public record SurveyWeighting(
        RespondentGroup group,
        List<String> margins,
        @Nullable String area,
        @Nullable Integer year,
        SortedMap<String, SortedMap<String, Double>> totals) {
    /** What the population may be divided by. */
    public static final List<String> COLUMNS = List.of(
            "county_code",
            "township",
            "school_type",
            "urban_rural_class",
            "ownership",
            "is_quality_school",
            "is_weak_school",
            "is_new_school",
            "is_township_seat");

    public SurveyWeighting {
        margins = List.copyOf(margins);
        totals = Collections.unmodifiableSortedMap(new TreeMap<>(totals));
    }

    /** Whether it speaks of an area and year. */
    public boolean speaksOf(String areaCode, int ofYear) {
        return (area == null || area.equals(areaCode)) && (year == null || year == ofYear);
    }
}

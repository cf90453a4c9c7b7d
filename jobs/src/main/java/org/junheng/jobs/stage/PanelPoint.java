package org.junheng.jobs.stage;

import org.jspecify.annotations.Nullable;
import org.junheng.jobs.table.Key;
import org.junheng.subject.Role;
import org.junheng.subject.Stage;
import org.junheng.subject.UrbanRuralClass;

/**
 * The panel: one row per school, year and thing that is said of it, with what comparisons of schools need to know of the school.
 *
 * @param kind which view the row is for
 * @param ownWeight pupils that the row itself counts (pupils tested, a denominator)
 * @param pupils pupils of the stage
 * @param satisfied, answered, issued, points, squares only for surveys, as in {@link org.junheng.subject.SurveyView.Tally}
 * @param sheets what single answers of the group add up to, {@link org.junheng.subject.AnswerSheets#text}
 * @param participations every cluster of the school on the day, {@code id:ROLE} joined by {@code ;}
 */
public record PanelPoint(
        @Key Kind kind,
        @Key String schoolCode,
        @Key int year,
        @Key @Nullable Stage stage,
        @Key @Nullable Integer grade,
        @Key String facet,
        @Nullable Double value,
        @Nullable Double weight,
        @Nullable Double ownWeight,
        @Nullable Double pupils,
        @Nullable Double spread,
        @Nullable Double factor,
        @Nullable Double numerator,
        @Nullable Double denominator,
        @Nullable Long satisfied,
        @Nullable Long answered,
        @Nullable Long issued,
        @Nullable Long points,
        @Nullable Long squares,
        @Nullable String sheets,
        String reason,
        @Nullable String countyCode,
        @Nullable String prefectureCode,
        @Nullable String provinceCode,
        @Nullable String clusterId,
        @Nullable Role role,
        @Nullable UrbanRuralClass urbanRuralClass,
        @Nullable Boolean isQualitySchool,
        @Nullable String participations) {

    /** The same row as a school of a cluster in which it has this role. */
    PanelPoint as(Role in) {
        return with(in, urbanRuralClass);
    }

    private PanelPoint with(@Nullable Role in, @Nullable UrbanRuralClass place) {
        return new PanelPoint(
                kind,
                schoolCode,
                year,
                stage,
                grade,
                facet,
                value,
                weight,
                ownWeight,
                pupils,
                spread,
                factor,
                numerator,
                denominator,
                satisfied,
                answered,
                issued,
                points,
                squares,
                sheets,
                reason,
                countyCode,
                prefectureCode,
                provinceCode,
                clusterId,
                in,
                place,
                isQualitySchool,
                participations);
    }

    /** The same row of a school that stands on one of two sides, the township's or the urban area's. */
    PanelPoint besideUrban() {
        return with(role, urbanRuralClass == null ? null : urbanRuralClass.besideUrban());
    }

    /** A resource level without a weight is published, and takes part in no comparison; one that is missing is counted as missing. */
    boolean isCompared() {
        return kind != Kind.RESOURCE || weight != null || value == null;
    }

    /** The view that a row is for. */
    public enum Kind {
        ROSTER,
        PLACES,
        RESOURCE,
        FACET,
        SURVEY
    }
}

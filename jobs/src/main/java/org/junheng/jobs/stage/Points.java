package org.junheng.jobs.stage;

import org.jspecify.annotations.Nullable;
import org.junheng.jobs.stage.PanelPoint.Kind;
import org.junheng.subject.Stage;

/** Makes rows of the panel: the school's part once, the figure's part by kind. */
record Points(SchoolYear school) {

    PanelPoint roster() {
        return point(Kind.ROSTER, null, null, "", Figures.NONE);
    }

    PanelPoint places(Stage stage, @Nullable Double pupils) {
        return point(Kind.PLACES, stage, null, "", Figures.NONE.withPupils(pupils));
    }

    PanelPoint figure(Kind kind, @Nullable Stage stage, @Nullable Integer grade, String facet, Figures figures) {
        return point(kind, stage, grade, facet, figures);
    }

    /** What a row of the panel says beside the school. */
    record Figures(
            @Nullable Double value,
            @Nullable Double ownWeight,
            @Nullable Double pupils,
            @Nullable Double spread,
            @Nullable Double factor,
            @Nullable Double numerator,
            @Nullable Double denominator,
            @Nullable Long satisfied,
            @Nullable Long answered,
            @Nullable Long issued,
            @Nullable Survey survey,
            String reason) {

        /** What a row says of a survey beyond the counts of satisfied and of all answers. */
        record Survey(
                @Nullable Long points,
                @Nullable Long squares,
                @Nullable String sheets) {
            static final Survey NONE = new Survey(null, null, null);
        }

        Figures(
                @Nullable Double value,
                @Nullable Double ownWeight,
                @Nullable Double pupils,
                @Nullable Double spread,
                @Nullable Double factor,
                @Nullable Double numerator,
                @Nullable Double denominator,
                @Nullable Long satisfied,
                @Nullable Long answered,
                @Nullable Long issued,
                String reason) {
            this(
                    value,
                    ownWeight,
                    pupils,
                    spread,
                    factor,
                    numerator,
                    denominator,
                    satisfied,
                    answered,
                    issued,
                    null,
                    reason);
        }

        static final Figures NONE = new Figures(null, null, null, null, null, null, null, null, null, null, "");

        Figures withPupils(@Nullable Double of) {
            return new Figures(
                    value,
                    ownWeight,
                    of,
                    spread,
                    factor,
                    numerator,
                    denominator,
                    satisfied,
                    answered,
                    issued,
                    survey,
                    reason);
        }

        static Figures score(
                @Nullable Double value, @Nullable Long tested, @Nullable Double spread, @Nullable Double pupils) {
            return new Figures(
                    value,
                    tested == null ? null : Double.valueOf(tested),
                    pupils,
                    spread,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    "");
        }

        static Figures survey(SurveyFigure figure, @Nullable Double pupils) {
            Survey beyond = new Survey(figure.points(), figure.squares(), figure.sheets());
            return new Figures(
                    null,
                    null,
                    pupils,
                    null,
                    null,
                    null,
                    null,
                    figure.satisfied(),
                    figure.answered(),
                    figure.issued(),
                    beyond,
                    "");
        }
    }

    private PanelPoint point(Kind kind, @Nullable Stage stage, @Nullable Integer grade, String facet, Figures f) {
        Figures.Survey survey = f.survey() == null ? Figures.Survey.NONE : f.survey();
        return new PanelPoint(
                kind,
                school.schoolCode(),
                school.year(),
                stage,
                grade,
                facet,
                f.value(),
                kind == Kind.RESOURCE ? f.pupils() : null,
                f.ownWeight(),
                f.pupils(),
                f.spread(),
                f.factor(),
                f.numerator(),
                f.denominator(),
                f.satisfied(),
                f.answered(),
                f.issued(),
                survey.points(),
                survey.squares(),
                survey.sheets(),
                f.reason(),
                school.countyCode(),
                school.prefectureCode(),
                school.provinceCode(),
                school.clusterId(),
                school.role(),
                school.urbanRuralClass(),
                school.isQualitySchool(),
                school.participations());
    }
}

package org.junheng.gap;

import java.util.function.Predicate;
import org.junheng.subject.Role;
import org.junheng.subject.SchoolFigure;
import org.junheng.subject.UrbanRuralClass;

/** Two groups of schools that are set against each other: the first minus the second. */
public enum Comparison {
    /** Urban minus rural schools; towns are left out. */
    URBAN_RURAL(
            "URBAN-RURAL", s -> s.urbanRural() == UrbanRuralClass.URBAN, s -> s.urbanRural() == UrbanRuralClass.RURAL),
    /** Lead minus member schools of clusters. */
    LEAD_MEMBER("LEAD-MEMBER", s -> s.role() == Role.LEAD, s -> s.role() == Role.MEMBER),
    /** Urban quality schools against schools in towns. */
    URBAN_QUALITY_TOWN(
            "URBAN_QUALITY-TOWN",
            s -> s.urbanRural() == UrbanRuralClass.URBAN && Boolean.TRUE.equals(s.quality()),
            s -> s.urbanRural() == UrbanRuralClass.TOWN);

    private final String facetWord;
    private final Predicate<SchoolFigure> first;
    private final Predicate<SchoolFigure> second;

    Comparison(String facetWord, Predicate<SchoolFigure> first, Predicate<SchoolFigure> second) {
        this.facetWord = facetWord;
        this.first = first;
        this.second = second;
    }

    /** What the comparison adds to a facet. */
    public String suffix() {
        return "|" + facetWord;
    }

    public boolean isFirst(SchoolFigure school) {
        return first.test(school);
    }

    public boolean isSecond(SchoolFigure school) {
        return second.test(school);
    }
}

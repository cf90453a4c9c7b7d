package org.junheng.assurance;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junheng.metric.Absent;
import org.junheng.metric.Better;
import org.junheng.metric.Definition;
import org.junheng.metric.Metric;
import org.junheng.metric.Outcome;
import org.junheng.metric.Value;
import org.junheng.metric.Words;
import org.junheng.subject.SchoolType;

/**
 * Compulsory pupils of a school (学校规模), by the limit that is meant for it.
 *
 * <p>The sum of its primary and junior pupils. The facet is {@code NINE_YEAR} for the compulsory part of nine- and twelve-year schools, and has
 * {@code RELAXED} in it for schools planned and built by 2010 or with more than half migrant children.
 *
 * <p>Absent when the pupils of a stage are not reported.
 *
 * <p>Source: 教督〔2017〕6号, government 4; the relaxed limits from a supervision system in use.
 *
 * <p>Clause: national-2017:G4.
 */
public record SchoolSize(boolean nineYear, boolean relaxed) implements Metric<SchoolReport> {
    private static final double MIGRANTS = 0.5;

    @Override
    public Definition definition() {
        return new Definition(
                "assurance.school_size",
                new Words("学校规模", "compulsory pupils of a school"),
                "primary + junior pupils; facet NINE_YEAR: of nine- and twelve-year schools, RELAXED: built by 2010 or more than half migrant children",
                "1",
                "pupils",
                Better.LOWER,
                List.of("national-2017:G4"),
                List.of("staff.pupil_count", "schools.school_type"),
                new Words("学段学生数缺失时不评价", "absent when the pupils of a stage are not reported"),
                "hand example");
    }

    @Override
    public Class<SchoolReport> view() {
        return SchoolReport.class;
    }

    @Override
    public String facetSuffix() {
        return (nineYear ? "NINE_YEAR" : "") + (nineYear && relaxed ? "_" : "") + (relaxed ? "RELAXED" : "");
    }

    @Override
    public boolean appliesTo(SchoolReport view) {
        boolean isNineYear = view.type() == SchoolType.NINE_YEAR || view.type() == SchoolType.TWELVE_YEAR;
        return view.about().stage() == null
                && view.isCompulsory()
                && isNineYear == nineYear
                && isRelaxed(view) == relaxed;
    }

    private static boolean isRelaxed(SchoolReport view) {
        @Nullable Double migrants = view.whole("migrant_pupil_count");
        @Nullable Double pupils = view.compulsoryPupils();
        return view.isTrue("built_by_2010") || (migrants != null && pupils != null && migrants > MIGRANTS * pupils);
    }

    @Override
    public Outcome of(SchoolReport view) {
        @Nullable Double pupils = view.compulsoryPupils();
        return pupils == null || !Double.isFinite(pupils)
                ? new Absent("学段学生数未填报", "the pupils of a stage are not reported", view.counts())
                : Value.of(pupils, view.counts());
    }
}

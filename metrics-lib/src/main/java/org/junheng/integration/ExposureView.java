package org.junheng.integration;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junheng.subject.About;
import org.junheng.subject.Exposure;
import org.junheng.subject.Register;
import org.junheng.subject.SchoolFacts;
import org.junheng.subject.Subject;
import org.junheng.subject.SubjectType;
import org.junheng.subject.View;

/** The open days of a school in one school year and those that fell to one cluster; the facet names the cluster. */
public record ExposureView(
        About about, BigDecimal days, long open, @Nullable Double pupils) implements View {
    private static final String CLUSTER = "cluster:";

    /** Every school and cluster that share a day of the school year. */
    public static List<ExposureView> of(Register register, int year) {
        List<ExposureView> views = new ArrayList<>();
        for (SchoolFacts s : register.schools(year)) {
            Exposure exposure = exposure(register, s);
            About about = About.of(new Subject(SubjectType.SCHOOL, s.school()), year);
            exposure.days()
                    .forEach((cluster, days) -> views.add(
                            new ExposureView(about.facet(CLUSTER + cluster), days, exposure.open(), s.pupils())));
        }
        return views;
    }

    static Exposure exposure(Register register, SchoolFacts s) {
        return Exposure.of(
                register.memberships(s.school()), register.days().passed(s.year()), s.openedOn(), s.closedOn());
    }
}

package org.junheng.integration;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.junheng.subject.About;
import org.junheng.subject.Exposure;
import org.junheng.subject.Register;
import org.junheng.subject.View;

/** The schools of an area that belong to a cluster in one school year, and whether to several on the same day. */
public record OverlapView(About about, List<Belonging> schools) implements View {

    /** A school that belongs to at least one cluster. */
    public record Belonging(String school, boolean overlaps) {}

    public OverlapView {
        schools =
                schools.stream().sorted(Comparator.comparing(Belonging::school)).toList();
    }

    /** Every area with schools; nothing where no membership was delivered. */
    public static List<OverlapView> of(Register register, int year) {
        List<OverlapView> views = new ArrayList<>();
        if (register.hasMemberships()) {
            register.byArea(year, s -> s).forEach((area, schools) -> {
                List<Belonging> belonging = new ArrayList<>();
                schools.forEach(s -> {
                    Exposure exposure = ExposureView.exposure(register, s);
                    if (!exposure.days().isEmpty()) {
                        belonging.add(
                                new Belonging(s.school(), !exposure.overlaps().isEmpty()));
                    }
                });
                views.add(new OverlapView(About.of(area, year), belonging));
            });
        }
        return views;
    }
}

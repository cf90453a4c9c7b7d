package org.junheng.assurance;

import java.util.Comparator;
import java.util.List;
import org.junheng.subject.About;
import org.junheng.subject.View;

/** The schools of a county in one year, in one stage where {@code about} names it. */
public record CountyReport(About about, List<SchoolReport> schools) implements View {
    public CountyReport {
        schools = schools.stream()
                .sorted(Comparator.comparing(
                        (SchoolReport s) -> s.about().subject().id()))
                .toList();
    }
}

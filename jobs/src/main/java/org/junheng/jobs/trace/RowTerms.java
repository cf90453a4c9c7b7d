package org.junheng.jobs.trace;

import java.util.Optional;
import java.util.Set;
import org.junheng.Catalogue;
import org.junheng.assurance.CountyReport;
import org.junheng.assurance.CountyStatement;
import org.junheng.assurance.DocumentVerdict.Document;
import org.junheng.assurance.SchoolReport;
import org.junheng.balance.Shortfall;
import org.junheng.compliance.ClusterYear;
import org.junheng.integration.ExitView;
import org.junheng.integration.ProgressView;
import org.junheng.jobs.table.Measures;
import org.junheng.metric.Entry;
import org.junheng.metric.Metric;
import org.junheng.radiation.ActivityView;
import org.junheng.radiation.StaffView;
import org.junheng.selection.LateTransfers;
import org.junheng.selection.LeaversFlag;
import org.junheng.selection.LowLeavers;
import org.junheng.subject.RosterView;
import org.junheng.valueadded.GrowthView;

/** Numbers of whose formula nothing can be filled in but what the trace lists beside it: it follows from what their metric looks at, and so does the reason. */
public enum RowTerms {
    /** A cell as it was delivered, or a sum of a few of them. */
    STATED(Set.of(SchoolReport.class, CountyReport.class, CountyStatement.class, Document.class, ClusterYear.class)),
    /** So many schools, teachers or standards: the rows are counted. */
    COUNTED(Set.of(RosterView.class, StaffView.class, ExitView.class, ProgressView.class, Shortfall.class)),
    /** So many activities, or their quantities together. */
    ACTIVITIES(Set.of(ActivityView.class)),
    /** Pupils one by one, by whether they are in a later exam or by how far they came: their rows would name them and are not listed. */
    PUPILS(Set.of(LowLeavers.class, LeaversFlag.class, LateTransfers.class, GrowthView.class));

    private final Set<Class<?>> views;

    RowTerms(Set<Class<?>> views) {
        this.views = views;
    }

    /** The formula of such a number; empty for any other. */
    static Optional<String> of(Measures number) {
        return isFor(number.metricId())
                ? Catalogue.definition(number.metricId()).map(definition -> definition.formula())
                : Optional.empty();
    }

    private static boolean isFor(String metric) {
        return Catalogue.entries().stream()
                .filter(entry -> entry.definition().id().equals(metric))
                .map(RowTerms::looksAt)
                .anyMatch(view -> Set.of(values()).stream().anyMatch(kind -> kind.views.contains(view)));
    }

    private static Class<?> looksAt(Entry entry) {
        return entry instanceof Metric<?> metric ? metric.view() : entry.getClass();
    }
}

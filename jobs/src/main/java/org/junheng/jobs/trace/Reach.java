package org.junheng.jobs.trace;

import java.util.Set;
import org.junheng.Catalogue;
import org.junheng.assurance.CountyReport;
import org.junheng.assurance.CountyStatement;
import org.junheng.assurance.DocumentVerdict.Document;
import org.junheng.assurance.SchoolReport;
import org.junheng.balance.ResourceLevel.StageResource;
import org.junheng.balance.SchoolsMeeting;
import org.junheng.balance.Shortfall;
import org.junheng.balance.StandardsMet;
import org.junheng.gap.CompositeCv;
import org.junheng.gap.GapVerdict;
import org.junheng.integration.ExitView;
import org.junheng.integration.ExposureView;
import org.junheng.integration.OverlapView;
import org.junheng.integration.ProgressView;
import org.junheng.integration.RetentionSeries;
import org.junheng.integration.RetentionView;
import org.junheng.jobs.table.Measures;
import org.junheng.metric.Entry;
import org.junheng.metric.Metric;
import org.junheng.metric.Words;
import org.junheng.radiation.ActivityView;
import org.junheng.radiation.StaffView;
import org.junheng.stock.SupportView;
import org.junheng.subject.ChangeView;
import org.junheng.subject.PlacesView;
import org.junheng.subject.RosterView;
import org.junheng.subject.SchoolsView;
import org.junheng.subject.SubjectType;
import org.junheng.subject.SurveyChangeView;
import org.junheng.subject.SurveyView;

/** How far a number reaches for its rows. It follows from what its metric looks at; what is not known to look at less reaches for everything. */
public enum Reach {
    /** The subject's schools with their parents and campuses, in the year and the base year of the number. */
    SCHOOLS(new Words(
            "本对象的学校(含主校与教学点)，本年与基准年", "the subject's schools with parents and campuses, its year and base year")),
    /** All that is said of the counties and clusters of the subject's schools, in every year. */
    COUNTIES(new Words(
            "本对象学校所在县及所属集群的全部数据，所有年度",
            "everything about the counties and clusters of the subject's schools, every year")),
    /** The whole delivery: models, and what is put together of other results. */
    DELIVERY(new Words("全部数据(模型或综合指标)", "the whole delivery (a model, or a composite of other results)"));

    private static final Set<Class<?>> OF_SCHOOLS = Set.of(
            SchoolsView.class,
            ChangeView.class,
            RosterView.class,
            PlacesView.class,
            SurveyView.class,
            SurveyChangeView.class,
            StageResource.class,
            StandardsMet.class,
            SchoolsMeeting.class,
            Shortfall.class,
            CompositeCv.class,
            GapVerdict.class);

    private static final Set<Class<?>> OF_COUNTIES = Set.of(
            SupportView.class,
            StaffView.class,
            ActivityView.class,
            ExposureView.class,
            OverlapView.class,
            ExitView.class,
            RetentionView.class,
            RetentionSeries.class,
            ProgressView.class,
            SchoolReport.class,
            CountyReport.class,
            CountyStatement.class,
            Document.class);

    private final Words words;

    Reach(Words words) {
        this.words = words;
    }

    /** Which rows these are. */
    public Words words() {
        return words;
    }

    /** How far the number of a row reaches; a township is held against the urban schools of its county. */
    public static Reach of(Measures cell) {
        Reach reach = cell.modelId().isEmpty() ? of(cell.metricId()) : DELIVERY;
        boolean besideUrban = reach == SCHOOLS && cell.subjectType() == SubjectType.TOWNSHIP;
        return besideUrban ? COUNTIES : reach;
    }

    private static Reach of(String metric) {
        return Catalogue.entries().stream()
                .filter(entry -> entry.definition().id().equals(metric))
                .findFirst()
                .map(entry -> looksAt(entry))
                .map(view -> OF_SCHOOLS.contains(view) ? SCHOOLS : OF_COUNTIES.contains(view) ? COUNTIES : DELIVERY)
                .orElse(DELIVERY);
    }

    private static Class<?> looksAt(Entry entry) {
        return entry instanceof Metric<?> metric ? metric.view() : entry.getClass();
    }
}

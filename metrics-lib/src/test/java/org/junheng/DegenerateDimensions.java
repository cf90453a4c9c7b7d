package org.junheng;

import java.util.List;
import java.util.Set;
import org.junheng.integration.RetentionView;
import org.junheng.radiation.StaffView;
import org.junheng.stock.SupportView;
import org.junheng.subject.About;
import org.junheng.subject.ClusterType;
import org.junheng.subject.SchoolFigure;
import org.junheng.subject.Stage;
import org.junheng.subject.Subject;
import org.junheng.subject.SubjectType;
import org.junheng.subject.UrbanRuralClass;

/** The views of areas and clusters for {@link DegenerateViews}. */
final class DegenerateDimensions {
    static final About COUNTY = About.of(new Subject(SubjectType.COUNTY, "539001"), Given.YEAR);
    static final About CLUSTER = About.of(new Subject(SubjectType.CLUSTER, "C1"), Given.YEAR);

    private DegenerateDimensions() {}

    static Object support(List<SchoolFigure> schools) {
        ClusterType[] types = ClusterType.values();
        return new SupportView(
                COUNTY,
                schools.stream()
                        .map(s -> new SupportView.Supported(
                                s.school(),
                                s.weight(),
                                s.value() == null ? null : s.quality(),
                                s.value() == null ? null : Boolean.valueOf(s.cluster() == null),
                                s.value() == null ? null : Boolean.valueOf(s.urbanRural() == UrbanRuralClass.RURAL),
                                s.cluster() != null,
                                s.cluster() == null
                                        ? Set.of()
                                        : Set.of(types[s.cluster().charAt(1) - '0'])))
                        .toList());
    }

    static Object staff(List<SchoolFigure> schools) {
        return new StaffView(
                COUNTY,
                schools.stream()
                        .map(s -> new StaffView.Staffed(
                                s.school(),
                                s.role(),
                                s.quality(),
                                s.weight(),
                                s.value(),
                                s.value(),
                                s.weight(),
                                s.value(),
                                s.value(),
                                s.value()))
                        .toList());
    }

    static Object retention(List<SchoolFigure> schools) {
        return new RetentionView(
                COUNTY.in(Stage.PRIMARY),
                schools.stream()
                        .map(s -> new RetentionView.Township(
                                "539001", s.school(), Given.YEAR, Stage.PRIMARY, s.weight(), s.value()))
                        .toList());
    }
}

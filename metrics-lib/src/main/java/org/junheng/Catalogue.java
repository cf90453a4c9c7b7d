package org.junheng;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junheng.assurance.CountyShare;
import org.junheng.assurance.DocumentVerdict;
import org.junheng.assurance.LargestClass;
import org.junheng.assurance.SchoolRatio;
import org.junheng.assurance.SchoolSize;
import org.junheng.assurance.SpecialRooms;
import org.junheng.assurance.StatedFigure;
import org.junheng.assurance.StatedShare;
import org.junheng.assurance.TownTeachers;
import org.junheng.balance.ResourceLevel;
import org.junheng.balance.SchoolsMeeting;
import org.junheng.balance.Shortfall;
import org.junheng.balance.StandardsMet;
import org.junheng.balance.TownshipReaching;
import org.junheng.balance.TownshipsReaching;
import org.junheng.compliance.ClusterCount;
import org.junheng.compliance.ClusterCycle;
import org.junheng.compliance.ClusterDeeds;
import org.junheng.gap.BetweenSchoolShare;
import org.junheng.gap.CoefficientOfVariation;
import org.junheng.gap.Comparison;
import org.junheng.gap.CompositeCv;
import org.junheng.gap.CvCause;
import org.junheng.gap.DataCoverage;
import org.junheng.gap.DifferenceRate;
import org.junheng.gap.GapChange;
import org.junheng.gap.GapVerdict;
import org.junheng.gap.Gini;
import org.junheng.gap.HedgesG;
import org.junheng.gap.InequalityCause;
import org.junheng.gap.InequalityPart;
import org.junheng.gap.LeadMemberCause;
import org.junheng.gap.LeadMemberGap;
import org.junheng.gap.LeadMemberVerdict;
import org.junheng.gap.LevellingDown;
import org.junheng.gap.MeanLevel;
import org.junheng.gap.MeanLogDeviation;
import org.junheng.gap.PercentileRatio;
import org.junheng.gap.StandardDeviation;
import org.junheng.gap.Theil;
import org.junheng.gap.TownLevel;
import org.junheng.impact.Breakdown;
import org.junheng.impact.CleanEffect;
import org.junheng.impact.ClusterDiscovery;
import org.junheng.impact.ClusterJoiningEffect;
import org.junheng.impact.CountyDiscovery;
import org.junheng.impact.Detectability;
import org.junheng.impact.ImpactVerdict;
import org.junheng.impact.LeadEffect;
import org.junheng.impact.OverallEffect;
import org.junheng.impact.PlaceboInSpace;
import org.junheng.impact.PlaceboInTime;
import org.junheng.impact.PretrendTest;
import org.junheng.impact.Spillover;
import org.junheng.impact.TwoSides;
import org.junheng.impact.TwoWayReading;
import org.junheng.integration.AttributedValueAdded;
import org.junheng.integration.ExposureShare;
import org.junheng.integration.LeadChangeView;
import org.junheng.integration.LeadDilution;
import org.junheng.integration.LeadValueAdded;
import org.junheng.integration.LocalShare;
import org.junheng.integration.LocalShareTrend;
import org.junheng.integration.MembersImproving;
import org.junheng.integration.OverlapShare;
import org.junheng.integration.QualityExits;
import org.junheng.integration.StandardsGained;
import org.junheng.integration.YearlyRise;
import org.junheng.metric.Definition;
import org.junheng.metric.Entry;
import org.junheng.metric.Metric;
import org.junheng.radiation.ManagersSent;
import org.junheng.radiation.MemberTeachers;
import org.junheng.radiation.PassedOn;
import org.junheng.radiation.Reach;
import org.junheng.radiation.RotationBackboneShare;
import org.junheng.radiation.RotationScope;
import org.junheng.radiation.RotationShare;
import org.junheng.radiation.SentShare;
import org.junheng.radiation.ShadowStaff;
import org.junheng.radiation.SignsOfWork;
import org.junheng.radiation.SynchronisedSubjects;
import org.junheng.review.BundledScore;
import org.junheng.rules.RulesMet;
import org.junheng.satisfaction.ClusteredRate;
import org.junheng.satisfaction.DesignEffect;
import org.junheng.satisfaction.MeanScore;
import org.junheng.satisfaction.RakedRate;
import org.junheng.satisfaction.RateByPupils;
import org.junheng.satisfaction.ResponseRate;
import org.junheng.satisfaction.SatisfactionChange;
import org.junheng.satisfaction.SatisfactionRate;
import org.junheng.satisfaction.ScaleReliability;
import org.junheng.satisfaction.ScreenedAnswers;
import org.junheng.selection.BoundedValueAdded;
import org.junheng.selection.LateTransfers;
import org.junheng.selection.LeaversFlag;
import org.junheng.selection.LowLeavers;
import org.junheng.selection.TestedFlag;
import org.junheng.selection.TestedShare;
import org.junheng.stock.ClusterCoverage;
import org.junheng.stock.QualityChange;
import org.junheng.stock.QualityPlaces;
import org.junheng.stock.QualitySchools;
import org.junheng.stock.SchoolCount;
import org.junheng.stock.SupportCoverage;
import org.junheng.subject.Attribution;
import org.junheng.subject.Grouping;
import org.junheng.subject.Role;
import org.junheng.subject.SchoolsView;
import org.junheng.valueadded.AverageShare;
import org.junheng.valueadded.ClusterValueAdded;
import org.junheng.valueadded.ComparisonInterval;
import org.junheng.valueadded.ExpectedRank;
import org.junheng.valueadded.MedianGrowthPercentile;
import org.junheng.valueadded.PooledValueAdded;
import org.junheng.valueadded.SchoolValueAdded;
import org.junheng.valueadded.StructuredEffects;
import org.junheng.valueadded.UnadjustedValueAdded;
import org.junheng.valueadded.ValueAddedBand;
import org.junheng.valueadded.ValueAddedReliability;
import org.junheng.valueadded.ValueAddedStability;

/** Everything that is measured, in the order of the report: the project's table of contents, and the only list of metrics. */
public final class Catalogue {
    private static final List<Entry> ENTRIES = entries(List.of(
            new SchoolCount(),
            new QualitySchools(),
            new QualityPlaces(),
            new QualityChange(),
            new ClusterCoverage(ClusterCoverage.Of.SCHOOLS),
            new ClusterCoverage(ClusterCoverage.Of.PUPILS),
            new MemberTeachers(MemberTeachers.Kind.BACKBONE),
            new MemberTeachers(MemberTeachers.Kind.ABOVE_DEGREE),
            new LeadDilution(),
            new LeadValueAdded(LeadChangeView.Since.BEFORE_LEADING),
            new LeadValueAdded(LeadChangeView.Since.FEWER_MEMBERS),
            new ResourceLevel(),
            new StandardsMet(),
            new SchoolsMeeting(),
            new Shortfall(),
            new DataCoverage(),
            new CoefficientOfVariation(),
            new CompositeCv(),
            new MeanLevel(),
            new StandardDeviation(),
            new Gini(),
            new Theil(),
            new MeanLogDeviation(),
            new PercentileRatio(),
            new BetweenSchoolShare(),
            new DifferenceRate(),
            new HedgesG(Comparison.URBAN_RURAL),
            new HedgesG(Comparison.LEAD_MEMBER),
            new LeadMemberGap(),
            new RotationShare(RotationScope.ALL),
            new RotationShare(RotationScope.URBAN_QUALITY),
            new RotationBackboneShare(RotationScope.ALL),
            new RotationBackboneShare(RotationScope.URBAN_QUALITY),
            new ShadowStaff(),
            new SentShare(SentShare.Of.ELIGIBLE),
            new SentShare(SentShare.Of.SENT),
            new Reach(Reach.Aspect.BREADTH),
            new Reach(Reach.Aspect.DEPTH),
            new Reach(Reach.Aspect.INTENSITY),
            new SynchronisedSubjects(),
            new ManagersSent(),
            new SignsOfWork(),
            new ExposureShare(),
            new OverlapShare(),
            new MembersImproving(),
            new StandardsGained(),
            new QualityExits(QualityExits.Which.LEFT),
            new QualityExits(QualityExits.Which.CANDIDATE),
            new LocalShare(),
            new LocalShareTrend(),
            new SchoolValueAdded(),
            new ValueAddedReliability(),
            new ValueAddedBand(),
            new UnadjustedValueAdded(),
            new ClusterValueAdded(),
            new AverageShare(),
            new ValueAddedStability(),
            new ExpectedRank(),
            new ComparisonInterval(),
            new PooledValueAdded(),
            new StructuredEffects(StructuredEffects.Of.SLOPE),
            new StructuredEffects(StructuredEffects.Of.COUNTY),
            new StructuredEffects(StructuredEffects.Of.SCHOOL_IN_COUNTY),
            new StructuredEffects(StructuredEffects.Of.NET_OF_FEEDER),
            new StructuredEffects(StructuredEffects.Of.BY_TIME),
            new MedianGrowthPercentile(),
            new TestedShare(),
            new TestedFlag(),
            new LowLeavers(LowLeavers.Missing.ANYWHERE),
            new LowLeavers(LowLeavers.Missing.HERE),
            new LeaversFlag(),
            new LateTransfers(),
            new BoundedValueAdded(BoundedValueAdded.Bound.LOW),
            new BoundedValueAdded(BoundedValueAdded.Bound.HIGH),
            new BoundedValueAdded(BoundedValueAdded.Bound.TRIMMED_LOW),
            new BoundedValueAdded(BoundedValueAdded.Bound.TRIMMED_HIGH),
            new Detectability(),
            new OverallEffect(),
            new ImpactVerdict(),
            new PretrendTest(),
            new PlaceboInTime(),
            new PlaceboInSpace(),
            new Breakdown(),
            new TwoWayReading(),
            new LeadEffect(),
            new TwoSides(),
            new ClusterJoiningEffect(),
            new ClusterDiscovery(),
            new CountyDiscovery(),
            new CleanEffect(),
            new Spillover(Spillover.Ring.TOWNSHIP),
            new Spillover(Spillover.Ring.COUNTY),
            new SatisfactionRate(),
            new ResponseRate(),
            new ClusteredRate(),
            new DesignEffect(),
            new RateByPupils(),
            new RakedRate(),
            new MeanScore(),
            new SatisfactionChange(),
            new ScaleReliability(ScaleReliability.Figure.ALPHA),
            new ScaleReliability(ScaleReliability.Figure.STANDARDISED),
            new ScaleReliability(ScaleReliability.Figure.WITHOUT_ITEM),
            new ScaleReliability(ScaleReliability.Figure.WITH_REST),
            new ScreenedAnswers(ScreenedAnswers.Figure.STRAIGHT),
            new ScreenedAnswers(ScreenedAnswers.Figure.REPEATED),
            new ScreenedAnswers(ScreenedAnswers.Figure.RATE),
            new ScreenedAnswers(ScreenedAnswers.Figure.EFFECT),
            new SpecialRooms(SpecialRooms.Area.FULL),
            new SpecialRooms(SpecialRooms.Area.BUILT_BY_2016),
            new SpecialRooms(SpecialRooms.Area.SMALL_CLASSES),
            new SchoolSize(false, false),
            new SchoolSize(false, true),
            new SchoolSize(true, false),
            new SchoolSize(true, true),
            new LargestClass(),
            new SchoolRatio(SchoolRatio.Kind.RUNNING_BUDGET),
            new StatedFigure(StatedFigure.Kind.SPECIAL_RUNNING_COST),
            new StatedShare(StatedShare.Kind.PAY),
            new CountyShare(CountyShare.Kind.TRAINED),
            new CountyShare(CountyShare.Kind.CERTIFIED),
            new CountyShare(CountyShare.Kind.CATCHMENT),
            new StatedShare(StatedShare.Kind.QUALITY_PLACES),
            new StatedShare(StatedShare.Kind.MIGRANTS),
            new CountyShare(CountyShare.Kind.RETENTION),
            new StatedShare(StatedShare.Kind.DISABLED),
            new SchoolRatio(SchoolRatio.Kind.TRAINING_BUDGET),
            new StatedFigure(StatedFigure.Kind.NATIONAL_DIFFERENCE_RATE),
            new StatedFigure(StatedFigure.Kind.NATIONAL_LEVEL),
            new StatedFigure(StatedFigure.Kind.YEARS_SINCE_BASIC),
            new TownshipReaching(),
            new TownshipsReaching(),
            new TownLevel(TownLevel.Against.NOTHING),
            new TownLevel(TownLevel.Against.URBAN),
            new YearlyRise(),
            new ClusterCycle(),
            new DocumentVerdict(),
            new RulesMet(),
            new BundledScore()));

    private static final Map<String, Definition> DEFINITIONS = byId(ENTRIES);

    private Catalogue() {}

    /** Every entry in report order. */
    public static List<Entry> entries() {
        return ENTRIES;
    }

    /** The metrics that read a view, in report order. */
    public static <V> List<Metric<V>> metrics(Class<V> view) {
        List<Metric<V>> metrics = new ArrayList<>();
        for (Entry entry : ENTRIES) {
            if (entry instanceof Metric<?> metric && metric.view() == view) {
                @SuppressWarnings("unchecked") // its view is V
                Metric<V> of = (Metric<V>) metric;
                metrics.add(of);
            }
        }
        return metrics;
    }

    /** Ids of the metrics whose parts add up from area to area, in report order. */
    public static List<String> additive() {
        return ENTRIES.stream()
                .filter(entry -> entry instanceof Metric<?> metric && metric.isAdditive())
                .map(entry -> entry.definition().id())
                .toList();
    }

    /** Ids of the metrics that are shares of counted answers, so that a verdict on them is three-way. */
    public static SortedSet<String> sampled() {
        return ENTRIES.stream()
                .filter(entry -> entry instanceof Metric<?> metric && metric.isSampled())
                .map(entry -> entry.definition().id())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** The metrics that could be read from the cells of an additive one, in report order. */
    public static List<Metric<?>> sharing(String additive) {
        List<Metric<?>> sharing = new ArrayList<>();
        for (Entry entry : ENTRIES) {
            if (entry instanceof Metric<?> metric && additive.equals(metric.sharesCellsOf())) {
                sharing.add(metric);
            }
        }
        return sharing;
    }

    /** One definition per id, in report order; entries that differ only in what they compare share one. */
    public static List<Definition> definitions() {
        return List.copyOf(DEFINITIONS.values());
    }

    public static Optional<Definition> definition(String id) {
        return Optional.ofNullable(DEFINITIONS.get(id));
    }

    private static Map<String, Definition> byId(List<Entry> entries) {
        Map<String, Definition> definitions = new LinkedHashMap<>();
        entries.stream().map(Entry::definition).forEach(d -> definitions.putIfAbsent(d.id(), d));
        return Collections.unmodifiableMap(definitions);
    }

    private static List<Entry> entries(List<Entry> heads) {
        List<Entry> all = new ArrayList<>(heads);
        all.addAll(SupportCoverage.each());
        all.addAll(PassedOn.each());
        for (Attribution rule : Attribution.values()) {
            for (Role role : Role.values()) {
                all.add(new AttributedValueAdded(rule, role));
            }
        }
        for (InequalityPart.Index index : InequalityPart.Index.values()) {
            for (InequalityPart.Part part : InequalityPart.Part.values()) {
                for (Grouping grouping : Grouping.values()) {
                    all.add(new InequalityPart(index, part, grouping));
                }
            }
        }
        all.addAll(TownTeachers.each());
        all.addAll(ClusterCount.each());
        all.addAll(ClusterDeeds.each());
        for (Entry entry : List.copyOf(all)) {
            if (entry instanceof Metric<?> metric && metric.view() == SchoolsView.class && hasChange(metric)) {
                @SuppressWarnings("unchecked") // its view is SchoolsView
                Metric<SchoolsView> gap = (Metric<SchoolsView>) metric;
                all.add(new GapChange(gap, GapChange.Schools.EACH_YEARS_OWN));
            }
        }
        all.add(new GapChange(new CoefficientOfVariation(), GapChange.Schools.SAME));
        all.add(new LeadMemberVerdict());
        for (LeadMemberCause.Cause cause : LeadMemberCause.Cause.values()) {
            all.add(new LeadMemberCause(cause));
        }
        all.add(new GapVerdict());
        for (CvCause.Cause cause : CvCause.Cause.values()) {
            all.add(new CvCause(cause));
        }
        for (InequalityPart.Index index : InequalityPart.Index.values()) {
            for (InequalityCause.Cause cause : InequalityCause.Cause.values()) {
                all.add(new InequalityCause(index, cause, Grouping.COUNTY));
                all.add(new InequalityCause(index, cause, Grouping.CLUSTER));
            }
        }
        all.add(new LevellingDown());
        return List.copyOf(all);
    }

    private static boolean hasChange(Metric<?> metric) {
        return metric.definition().id().startsWith("gap.") && metric.grouping() == null;
    }
}

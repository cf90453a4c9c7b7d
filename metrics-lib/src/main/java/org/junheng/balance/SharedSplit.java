package org.junheng.balance;

import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junheng.stats.Decimals;
import org.junheng.subject.SchoolType;
import org.junheng.subject.Stage;

/**
 * Split of what the stages of a school share (测算均衡系数拆分公式): with A, B, C primary, junior and senior pupils a nine-year school weighs
 * {@code A + 1.1 B}, a complete secondary school {@code B + 1.2 C}, a twelve-year school {@code A + 1.1 B + 1.32 C}; a stage has
 * {@code coefficient / weighted pupils} of the whole per pupil of its own. The share of the senior stage is dropped.
 *
 * <p>A stage without pupils leaves everything to the others. Empty when the pupils of a stage that the type of school has are not reported.
 */
public record SharedSplit(BigDecimal weightedPupils, Map<Stage, BigDecimal> coefficients) {
    private static final BigDecimal NINE_YEAR_JUNIOR = new BigDecimal("1.1");
    private static final BigDecimal SECONDARY_SENIOR = new BigDecimal("1.2");
    private static final BigDecimal TWELVE_YEAR_SENIOR = new BigDecimal("1.32");
    private static final Set<Stage> SCHOOL_STAGES = EnumSet.of(Stage.PRIMARY, Stage.JUNIOR, Stage.SENIOR);

    public SharedSplit {
        coefficients = Map.copyOf(coefficients);
    }

    public static Optional<SharedSplit> of(Campus campus) {
        Set<Stage> stages = stages(campus);
        BigDecimal weighted = BigDecimal.ZERO;
        Map<Stage, BigDecimal> coefficients = new EnumMap<>(Stage.class);
        for (Stage stage : stages) {
            StageStaff staff = campus.stages().get(stage);
            BigDecimal pupils = staff == null ? null : Sums.decimal(staff.pupils());
            if (pupils == null) {
                return Optional.empty();
            }
            BigDecimal coefficient = coefficient(stage, stages);
            weighted = weighted.add(coefficient.multiply(pupils));
            coefficients.put(stage, coefficient);
        }
        return weighted.signum() == 0 ? Optional.empty() : Optional.of(new SharedSplit(weighted, coefficients));
    }

    /** The part of a total that belongs to a stage of so many pupils. */
    public BigDecimal part(Stage stage, BigDecimal pupils, BigDecimal total) {
        BigDecimal coefficient = coefficients.getOrDefault(stage, BigDecimal.ZERO);
        return Decimals.ratio(total.multiply(coefficient).multiply(pupils), weightedPupils);
    }

    private static Set<Stage> stages(Campus campus) {
        SchoolType type = campus.type();
        Set<Stage> declared = type == null ? EnumSet.noneOf(Stage.class) : declared(type);
        Set<Stage> stages = EnumSet.noneOf(Stage.class);
        stages.addAll(campus.stages().keySet());
        stages.retainAll(SCHOOL_STAGES);
        stages.addAll(declared);
        return stages;
    }

    private static Set<Stage> declared(SchoolType type) {
        return switch (type) {
            case NINE_YEAR -> EnumSet.of(Stage.PRIMARY, Stage.JUNIOR);
            case TWELVE_YEAR -> EnumSet.of(Stage.PRIMARY, Stage.JUNIOR, Stage.SENIOR);
            case COMPLETE_SECONDARY -> EnumSet.of(Stage.JUNIOR, Stage.SENIOR);
            default -> EnumSet.noneOf(Stage.class);
        };
    }

    private static BigDecimal coefficient(Stage stage, Set<Stage> stages) {
        boolean primary = stages.contains(Stage.PRIMARY);
        boolean junior = stages.contains(Stage.JUNIOR);
        if (stage == Stage.JUNIOR && primary) {
            return NINE_YEAR_JUNIOR;
        } else if (stage == Stage.SENIOR && primary) {
            return TWELVE_YEAR_SENIOR;
        } else if (stage == Stage.SENIOR && junior) {
            return SECONDARY_SENIOR;
        }
        return BigDecimal.ONE;
    }
}

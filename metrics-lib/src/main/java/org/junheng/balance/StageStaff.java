package org.junheng.balance;

import org.jspecify.annotations.Nullable;

/** Pupils and teachers of one stage of a school, null where not reported. Teachers come by stage and are never split. */
public record StageStaff(
        @Nullable Double pupils,
        @Nullable Double teachers,
        @Nullable Double aboveRequiredDegree,
        @Nullable Double backbone,
        @Nullable Double physicalEducation,
        @Nullable Double arts,
        @Nullable Double midSeniorTitle) {

    /** Both together; a part that either does not report is not known for the sum. */
    public StageStaff plus(StageStaff other) {
        return new StageStaff(
                Sums.of(pupils, other.pupils),
                Sums.of(teachers, other.teachers),
                Sums.of(aboveRequiredDegree, other.aboveRequiredDegree),
                Sums.of(backbone, other.backbone),
                Sums.of(physicalEducation, other.physicalEducation),
                Sums.of(arts, other.arts),
                Sums.of(midSeniorTitle, other.midSeniorTitle));
    }
}

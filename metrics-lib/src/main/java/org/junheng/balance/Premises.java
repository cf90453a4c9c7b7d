package org.junheng.balance;

import org.jspecify.annotations.Nullable;

/** Rooms, grounds and equipment that the stages of a school share; null where not reported. */
public record Premises(
        @Nullable Double teachingAuxiliaryAreaM2,
        @Nullable Double indoorSportsAreaM2,
        @Nullable Double sportsGroundAreaM2,
        @Nullable Double equipment10kYuan,
        @Nullable Double multimediaClassrooms,
        @Nullable Double computers,
        @Nullable Double books) {
    public static final Premises NOT_REPORTED = new Premises(null, null, null, null, null, null, null);

    /** Both together; a part that either does not report is not known for the sum. */
    public Premises plus(Premises other) {
        return new Premises(
                Sums.of(teachingAuxiliaryAreaM2, other.teachingAuxiliaryAreaM2),
                Sums.of(indoorSportsAreaM2, other.indoorSportsAreaM2),
                Sums.of(sportsGroundAreaM2, other.sportsGroundAreaM2),
                Sums.of(equipment10kYuan, other.equipment10kYuan),
                Sums.of(multimediaClassrooms, other.multimediaClassrooms),
                Sums.of(computers, other.computers),
                Sums.of(books, other.books));
    }
}

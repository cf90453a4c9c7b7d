package org.junheng.jobs.stage;

import java.io.DataInputStream;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junheng.selection.Fate;
import org.junheng.valueadded.SchoolSums;

/** What one pupil of the outcome exam of a model adds to the sums of a school. */
final class PupilShare {
    private static final int INCOMPLETE = -1;
    private static final int NOT_FOLLOWED = 0;

    private final @Nullable List<String> texts;
    private final double[] numbers;
    private final @Nullable Fate fate;

    private PupilShare(@Nullable List<String> texts, double[] numbers, @Nullable Fate fate) {
        this.texts = texts;
        this.numbers = numbers;
        this.fate = fate;
    }

    /**
     * @param numbers, texts null for a pupil who lacks something that the model needs
     * @param fate since the prior exam; null where it is not followed
     */
    static PupilShare of(double @Nullable [] numbers, @Nullable List<String> texts, @Nullable Fate fate) {
        return numbers == null || texts == null
                ? new PupilShare(null, new double[0], fate)
                : new PupilShare(texts, numbers, fate);
    }

    @Nullable
    Fate fate() {
        return fate;
    }

    void addTo(SchoolSums sums) {
        sums.addOutcome();
        if (texts != null) {
            sums.addComplete(texts, numbers);
        }
    }

    void write(DataOutput out) throws IOException {
        out.writeByte(fate == null ? NOT_FOLLOWED : fate.letter());
        out.writeShort(texts == null ? INCOMPLETE : texts.size());
        if (texts != null) {
            for (String text : texts) {
                out.writeUTF(text);
            }
        }
        for (double number : numbers) {
            out.writeDouble(number);
        }
    }

    /** Of what was written, to the last byte. */
    static PupilShare read(DataInputStream in) throws IOException {
        int letter = in.readByte();
        int size = in.readShort();
        List<String> texts = size == INCOMPLETE ? null : new ArrayList<>(size);
        for (int i = 0; texts != null && i < size; i++) {
            texts.add(in.readUTF());
        }
        double[] numbers = new double[in.available() / Double.BYTES];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = in.readDouble();
        }
        return new PupilShare(texts, numbers, letter == NOT_FOLLOWED ? null : Fate.of((char) letter));
    }
}

package org.junheng.jobs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** Work beside the main thread. */
class AsideTest {

    @Test
    void whatGoesOnHasEndedWhenItIsClosed() throws InterruptedException {
        CountDownLatch begun = new CountDownLatch(1);
        AtomicBoolean ended = new AtomicBoolean();
        Aside aside = new Aside();
        aside.start(() -> {
            begun.countDown();
            long until = System.nanoTime() + 300_000_000;
            while (System.nanoTime() < until) {
                Thread.onSpinWait(); // it does not hear that it is told to stop
            }
            ended.set(true);
        });
        begun.await();
        aside.close();
        assertTrue(ended.get());
        aside.close();
    }

    @Test
    void whatItGivesAndWhatItThrows() {
        try (Aside aside = new Aside()) {
            Supplier<Integer> given = aside.begin(() -> 7);
            Supplier<Integer> thrown = aside.begin(() -> {
                throw new IllegalArgumentException("no");
            });
            assertEquals(7, given.get());
            assertEquals(7, given.get());
            assertEquals(
                    "no",
                    assertThrows(IllegalArgumentException.class, thrown::get).getMessage());
        }
    }
}

package com.devpayr.examples.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import com.devpayr.config.DevPayrConfig;
import com.devpayr.guard.LicenseGuard;
import com.devpayr.spi.LeaseStore;
import com.devpayr.testkit.FakeProject;
import com.devpayr.testkit.InMemoryDevPayr;
import java.awt.Component;
import java.awt.Container;
import java.time.ZoneOffset;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javax.swing.JButton;
import javax.swing.JTextArea;
import javax.swing.SwingUtilities;
import org.junit.jupiter.api.Test;

/** The content of the window. Requires no display. */
class LicensePanelTest {
    private final InMemoryDevPayr fake = InMemoryDevPayr.create();
    private final FakeProject photos = fake.project("Acme Photos");

    @Test
    void theButtonChecksTheLicenseAgainAndIsHidden() throws Exception {
        DevPayrConfig config = DevPayrConfig.builder()
                .licenseKey(photos.license("Jane").key().reveal())
                .domain("jane-pc")
                .build();
        try (LicenseModel model = new LicenseModel(
                LicenseGuard.builder(fake.connect(config))
                        .application("acme-photos")
                        .leaseStore(LeaseStore.memory()),
                new FriendlyText(ZoneOffset.UTC))) {
            model.start().join();
            LicensePanel panel = CompletableFuture.supplyAsync(
                            () -> new LicensePanel(model), SwingUtilities::invokeLater)
                    .join();
            CountDownLatch notified = new CountDownLatch(1);
            model.onChange(notice -> notified.countDown());
            JButton button = find(panel, JButton.class);
            JTextArea text = find(panel, JTextArea.class);
            assertThat(button.isVisible()).isTrue();
            assertThat(text.getText()).contains("If you have just paid");

            photos.paid();
            SwingUtilities.invokeAndWait(button::doClick);

            assertThat(notified.await(30, TimeUnit.SECONDS)).isTrue();
            String shown = CompletableFuture.supplyAsync(text::getText, SwingUtilities::invokeLater)
                    .join(); // in the event thread, after the events queued before, and never between two edits
            assertThat(shown).isEqualTo("Your license is valid.");
            assertThat(button.isVisible()).isFalse();
        }
    }

    private static <T extends Component> T find(Container container, Class<T> type) {
        return all(container)
                .filter(type::isInstance)
                .map(type::cast)
                .findFirst()
                .orElseThrow();
    }

    private static Stream<Component> all(Container container) {
        return Stream.of(container.getComponents())
                .flatMap(each ->
                        each instanceof Container inner ? Stream.concat(Stream.of(each), all(inner)) : Stream.of(each));
    }
}

package com.devpayr.examples.desktop;

import java.awt.BorderLayout;
import java.awt.FlowLayout;
import java.awt.Font;
import javax.swing.BorderFactory;
import javax.swing.JButton;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JTextArea;
import javax.swing.SwingUtilities;

/** A panel with the notice and a button to check the license again. Must be used on the event dispatch thread. */
final class LicensePanel extends JPanel {
    private static final long serialVersionUID = 1L;
    private static final int GAP = 16;

    private final JLabel headline = new JLabel();
    private final JTextArea text = new JTextArea(3, 36);
    private final JButton paid = new JButton("I have paid");

    LicensePanel(LicenseModel model) {
        super(new BorderLayout(GAP, GAP));
        setBorder(BorderFactory.createEmptyBorder(GAP, GAP, GAP, GAP));
        layOut();
        model.onChange(notice -> SwingUtilities.invokeLater(() -> show(notice)));
        paid.addActionListener(click -> checkAgain(model));
        show(model.notice());
    }

    private void layOut() {
        headline.setFont(headline.getFont().deriveFont(Font.BOLD, 18f));
        text.setEditable(false);
        text.setLineWrap(true);
        text.setWrapStyleWord(true);
        text.setOpaque(false);
        text.setFont(headline.getFont().deriveFont(Font.PLAIN, 14f));
        text.getAccessibleContext().setAccessibleName("License");
        paid.setMnemonic('p');
        JPanel buttons = new JPanel(new FlowLayout(FlowLayout.TRAILING, 0, 0));
        buttons.add(paid);
        add(headline, BorderLayout.NORTH);
        add(text, BorderLayout.CENTER);
        add(buttons, BorderLayout.SOUTH);
    }

    private void checkAgain(LicenseModel model) {
        paid.setEnabled(false);
        text.setText("Contacting the license server\u2026");
        model.checkAgain().thenAccept(notice -> SwingUtilities.invokeLater(() -> show(notice)));
    }

    private void show(Notice notice) {
        headline.setText(symbol(notice.tone()) + " " + notice.headline());
        text.setText(notice.text());
        paid.setEnabled(true);
        paid.setVisible(notice.offersPayment());
    }

    /** Returns a symbol for the tone, so that the meaning does not depend on colors. */
    private static String symbol(Notice.Tone tone) {
        return switch (tone) {
            case OK -> "\u2713";
            case WARNING -> "\u26a0";
            case STOPPED -> "\u2715";
        };
    }
}

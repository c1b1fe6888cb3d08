package io.wenda.integration.mail;

import java.nio.file.Path;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.SchedulingConfigurer;

/** By SMTP where a mail server is configured, else into the folder {@code mail-outbox}. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({MailSettings.class, MailSetup.DataFolder.class})
@EnableScheduling
class MailSetup {

    /**
     * The installation's own folder.
     *
     * @param data where everything is kept that is no engine's
     */
    @ConfigurationProperties("wenda")
    record DataFolder(@DefaultValue("./data") Path data) {}

    @Bean
    MailCarrier mailCarrier(
            ObjectProvider<JavaMailSenderImpl> server, MailSettings settings, DataFolder folder) {
        var smtp = server.getIfAvailable();
        if (smtp != null) {
            return new SmtpCarrier(smtp, settings.timeout());
        }
        var outbox = folder.data().resolve("mail-outbox").toAbsolutePath().normalize();
        LoggerFactory.getLogger(MailSetup.class)
                .info("no mail server (spring.mail.host): mails are kept in {}", outbox);
        return new FolderCarrier(outbox);
    }

    @Bean
    SchedulingConfigurer sweepingOfMails(Post post, MailSettings settings) {
        // at a fixed rate: with a fixed delay all such tasks share one thread
        return tasks -> tasks.addFixedRateTask(post::sweep, settings.sweep());
    }
}

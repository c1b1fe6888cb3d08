--liquibase formatted sql

--changeset wenda:average-company-knowledge runInTransaction:false
call plan_for_the_average_company();

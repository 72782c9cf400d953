BEGIN TRANSACTION;
CREATE TABLE address (
	id INTEGER NOT NULL, 
	person_id INTEGER NOT NULL, 
	lane VARCHAR(120) NOT NULL, 
	channel VARCHAR(20) NOT NULL, 
	bot VARCHAR(40) NOT NULL, 
	chat VARCHAR(80) NOT NULL, 
	joined_at DATETIME NOT NULL, 
	unreachable_at DATETIME, 
	CONSTRAINT pk_address PRIMARY KEY (id), 
	CONSTRAINT fk_address_person_id FOREIGN KEY(person_id) REFERENCES person (id), 
	CONSTRAINT uq_address_lane UNIQUE (lane)
);
INSERT INTO "address" VALUES(1,1,'web:sample:collaborator','web','sample','collaborator','2026-11-25 02:00:00.000000',NULL);
INSERT INTO "address" VALUES(2,2,'web:sample:duty','web','sample','duty','2026-11-25 02:00:00.000000',NULL);
CREATE TABLE alembic_version (
	version_num VARCHAR(32) NOT NULL, 
	CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);
INSERT INTO "alembic_version" VALUES('0001');
CREATE TABLE alert (
	id INTEGER NOT NULL, 
	report_id INTEGER NOT NULL, 
	unit_id INTEGER NOT NULL, 
	opened_at DATETIME NOT NULL, 
	stage SMALLINT NOT NULL, 
	next_at DATETIME, 
	claimed_by INTEGER, 
	claimed_at DATETIME, 
	closed_at DATETIME, 
	CONSTRAINT pk_alert PRIMARY KEY (id), 
	CONSTRAINT fk_alert_claimed_by FOREIGN KEY(claimed_by) REFERENCES person (id), 
	CONSTRAINT fk_alert_report_id FOREIGN KEY(report_id) REFERENCES report (id), 
	CONSTRAINT fk_alert_unit_id FOREIGN KEY(unit_id) REFERENCES unit (id), 
	CONSTRAINT uq_alert_report_id UNIQUE (report_id)
);
INSERT INTO "alert" VALUES(1,1,2,'2026-11-25 02:00:00.000000',0,'2026-11-25 02:00:00.000000',NULL,NULL,NULL);
CREATE TABLE alert_notice (
	id INTEGER NOT NULL, 
	alert_id INTEGER NOT NULL, 
	person_id INTEGER NOT NULL, 
	lane VARCHAR(120) NOT NULL, 
	outbox_id INTEGER NOT NULL, 
	CONSTRAINT pk_alert_notice PRIMARY KEY (id), 
	CONSTRAINT fk_alert_notice_alert_id FOREIGN KEY(alert_id) REFERENCES alert (id), 
	CONSTRAINT fk_alert_notice_outbox_id FOREIGN KEY(outbox_id) REFERENCES outbox (id), 
	CONSTRAINT fk_alert_notice_person_id FOREIGN KEY(person_id) REFERENCES person (id)
);
INSERT INTO "alert_notice" VALUES(1,1,1,'telegram:1:5',1);
CREATE TABLE amendment (
	id INTEGER NOT NULL, 
	report_id INTEGER NOT NULL, 
	kind VARCHAR(12) NOT NULL, 
	said TEXT NOT NULL, 
	at DATETIME NOT NULL, 
	CONSTRAINT pk_amendment PRIMARY KEY (id), 
	CONSTRAINT fk_amendment_report_id FOREIGN KEY(report_id) REFERENCES report (id)
);
CREATE TABLE attachment (
	id INTEGER NOT NULL, 
	report_id INTEGER, 
	lane VARCHAR(120) NOT NULL, 
	channel VARCHAR(20) NOT NULL, 
	kind VARCHAR(8) NOT NULL, 
	source JSON, 
	state VARCHAR(12) NOT NULL, 
	name VARCHAR(80), 
	media_type VARCHAR(40), 
	size INTEGER, 
	shown_ok BOOLEAN NOT NULL, 
	attempts SMALLINT NOT NULL, 
	next_at DATETIME, 
	created_at DATETIME NOT NULL, 
	CONSTRAINT pk_attachment PRIMARY KEY (id), 
	CONSTRAINT fk_attachment_report_id FOREIGN KEY(report_id) REFERENCES report (id)
);
CREATE TABLE audit (
	id INTEGER NOT NULL, 
	at DATETIME NOT NULL, 
	actor VARCHAR(40) NOT NULL, 
	act VARCHAR(40) NOT NULL, 
	object VARCHAR(60), 
	detail JSON, 
	CONSTRAINT pk_audit PRIMARY KEY (id)
);
CREATE TABLE consent (
	id INTEGER NOT NULL, 
	person_id INTEGER NOT NULL, 
	purpose VARCHAR(20) NOT NULL, 
	given BOOLEAN NOT NULL, 
	version VARCHAR(20) NOT NULL, 
	text_hash VARCHAR(64) NOT NULL, 
	channel VARCHAR(20) NOT NULL, 
	at DATETIME NOT NULL, 
	CONSTRAINT pk_consent PRIMARY KEY (id), 
	CONSTRAINT fk_consent_person_id FOREIGN KEY(person_id) REFERENCES person (id)
);
CREATE TABLE data_request (
	id INTEGER NOT NULL, 
	person_id INTEGER NOT NULL, 
	kind VARCHAR(20) NOT NULL, 
	asked_at DATETIME NOT NULL, 
	due_at DATETIME NOT NULL, 
	done_at DATETIME, 
	CONSTRAINT pk_data_request PRIMARY KEY (id), 
	CONSTRAINT fk_data_request_person_id FOREIGN KEY(person_id) REFERENCES person (id)
);
CREATE TABLE inbox (
	id INTEGER NOT NULL, 
	channel VARCHAR(20) NOT NULL, 
	bot VARCHAR(40) NOT NULL, 
	update_key VARCHAR(120) NOT NULL, 
	lane VARCHAR(120) NOT NULL, 
	digest VARCHAR(64), 
	body JSON, 
	received_at DATETIME NOT NULL, 
	state VARCHAR(8) NOT NULL, 
	failures SMALLINT NOT NULL, 
	CONSTRAINT pk_inbox PRIMARY KEY (id), 
	CONSTRAINT uq_inbox_channel_bot_update_key UNIQUE (channel, bot, update_key)
);
CREATE TABLE invite (
	id INTEGER NOT NULL, 
	code_hash VARCHAR(64) NOT NULL, 
	unit_id INTEGER NOT NULL, 
	role VARCHAR(20) NOT NULL, 
	label VARCHAR(120), 
	membership_id INTEGER, 
	person_id INTEGER, 
	created_at DATETIME NOT NULL, 
	expires_at DATETIME NOT NULL, 
	used_at DATETIME, 
	CONSTRAINT pk_invite PRIMARY KEY (id), 
	CONSTRAINT fk_invite_membership_id FOREIGN KEY(membership_id) REFERENCES membership (id), 
	CONSTRAINT fk_invite_person_id FOREIGN KEY(person_id) REFERENCES person (id), 
	CONSTRAINT fk_invite_unit_id FOREIGN KEY(unit_id) REFERENCES unit (id), 
	CONSTRAINT uq_invite_code_hash UNIQUE (code_hash)
);
CREATE TABLE invite_try (
	id INTEGER NOT NULL, 
	lane VARCHAR(120) NOT NULL, 
	at DATETIME NOT NULL, 
	CONSTRAINT pk_invite_try PRIMARY KEY (id)
);
CREATE TABLE membership (
	id INTEGER NOT NULL, 
	person_id INTEGER, 
	unit_id INTEGER NOT NULL, 
	role VARCHAR(20) NOT NULL, 
	label VARCHAR(120), 
	decision_number VARCHAR(60), 
	decided_on DATE, 
	from_on DATE, 
	to_on DATE, 
	ended_at DATETIME, 
	CONSTRAINT pk_membership PRIMARY KEY (id), 
	CONSTRAINT fk_membership_person_id FOREIGN KEY(person_id) REFERENCES person (id), 
	CONSTRAINT fk_membership_unit_id FOREIGN KEY(unit_id) REFERENCES unit (id)
);
INSERT INTO "membership" VALUES(1,1,2,'collaborator','Cộng tác viên mẫu',NULL,NULL,NULL,NULL,NULL);
INSERT INTO "membership" VALUES(2,2,2,'duty','Cán bộ trực mẫu',NULL,NULL,NULL,NULL,NULL);
INSERT INTO "membership" VALUES(3,3,2,'coordinator','Điều phối viên mẫu',NULL,NULL,NULL,NULL,NULL);
INSERT INTO "membership" VALUES(4,4,2,'leader','Lãnh đạo mẫu',NULL,NULL,NULL,NULL,NULL);
INSERT INTO "membership" VALUES(5,5,2,'collaborator','Cộng tác viên tổ 4',NULL,NULL,NULL,NULL,NULL);
INSERT INTO "membership" VALUES(6,6,2,'collaborator','Cộng tác viên tổ 7',NULL,NULL,NULL,NULL,NULL);
INSERT INTO "membership" VALUES(7,7,2,'collaborator','Cộng tác viên tổ 9',NULL,NULL,NULL,NULL,NULL);
CREATE TABLE meta (
	"key" VARCHAR(40) NOT NULL, 
	value TEXT, 
	CONSTRAINT pk_meta PRIMARY KEY ("key")
);
INSERT INTO "meta" VALUES('sample','1');
CREATE TABLE outbox (
	id INTEGER NOT NULL, 
	lane VARCHAR(120) NOT NULL, 
	channel VARCHAR(20) NOT NULL, 
	bot VARCHAR(40) NOT NULL, 
	chat VARCHAR(80) NOT NULL, 
	rank SMALLINT NOT NULL, 
	body JSON NOT NULL, 
	edits INTEGER, 
	platform_id VARCHAR(80), 
	state VARCHAR(12) NOT NULL, 
	error VARCHAR(200), 
	attempts SMALLINT NOT NULL, 
	created_at DATETIME NOT NULL, 
	not_before_at DATETIME, 
	held_by VARCHAR(40), 
	sent_at DATETIME, 
	CONSTRAINT pk_outbox PRIMARY KEY (id)
);
INSERT INTO "outbox" VALUES(1,'telegram:1:5','telegram','1','5',0,'{"text":"🔴 KHẨN","rows":[]}',NULL,NULL,'sent',NULL,0,'2026-11-25 02:00:00.000000',NULL,NULL,NULL);
CREATE TABLE period (
	id INTEGER NOT NULL, 
	unit_id INTEGER NOT NULL, 
	code VARCHAR(40) NOT NULL, 
	name VARCHAR(80) NOT NULL, 
	start_at DATETIME NOT NULL, 
	end_at DATETIME NOT NULL, 
	due_at DATETIME NOT NULL, 
	cutoff_at DATETIME NOT NULL, 
	briefing_at DATETIME, 
	locked_at DATETIME, 
	CONSTRAINT pk_period PRIMARY KEY (id), 
	CONSTRAINT fk_period_unit_id FOREIGN KEY(unit_id) REFERENCES unit (id), 
	CONSTRAINT uq_period_unit_id_code UNIQUE (unit_id, code)
);
INSERT INTO "period" VALUES(1,2,'2026-11','tháng 11/2026','2026-10-23 10:00:00.000000','2026-11-20 10:00:00.000000','2026-11-20 10:00:00.000000','2026-11-25 10:00:00.000000','2026-11-30 01:00:00.000000',NULL);
INSERT INTO "period" VALUES(2,2,'2026-12','tháng 12/2026','2026-11-20 10:00:00.000000','2026-12-24 10:00:00.000000','2026-12-24 10:00:00.000000','2026-12-28 10:00:00.000000','2026-12-31 01:00:00.000000',NULL);
CREATE TABLE person (
	id INTEGER NOT NULL, 
	unit_id INTEGER NOT NULL, 
	label VARCHAR(120), 
	lang VARCHAR(2) NOT NULL, 
	reminders BOOLEAN NOT NULL, 
	joined_at DATETIME NOT NULL, 
	left_at DATETIME, 
	CONSTRAINT pk_person PRIMARY KEY (id), 
	CONSTRAINT fk_person_unit_id FOREIGN KEY(unit_id) REFERENCES unit (id)
);
INSERT INTO "person" VALUES(1,2,'Cộng tác viên mẫu','vi',0,'2026-10-29 02:00:00.000000',NULL);
INSERT INTO "person" VALUES(2,2,'Cán bộ trực mẫu','vi',0,'2026-10-29 02:00:00.000000',NULL);
INSERT INTO "person" VALUES(3,2,'Điều phối viên mẫu','vi',0,'2026-10-29 02:00:00.000000',NULL);
INSERT INTO "person" VALUES(4,2,'Lãnh đạo mẫu','vi',0,'2026-10-29 02:00:00.000000',NULL);
INSERT INTO "person" VALUES(5,2,'Cộng tác viên tổ 4','vi',0,'2026-10-29 02:00:00.000000',NULL);
INSERT INTO "person" VALUES(6,2,'Cộng tác viên tổ 7','vi',0,'2026-10-29 02:00:00.000000',NULL);
INSERT INTO "person" VALUES(7,2,'Cộng tác viên tổ 9','vi',0,'2026-10-29 02:00:00.000000',NULL);
CREATE TABLE report (
	id INTEGER NOT NULL, 
	unit_id INTEGER NOT NULL, 
	area_id INTEGER NOT NULL, 
	person_id INTEGER, 
	period_id INTEGER, 
	nil BOOLEAN NOT NULL, 
	topic VARCHAR(8), 
	tone VARCHAR(12), 
	level VARCHAR(12) NOT NULL, 
	said TEXT NOT NULL, 
	folded TEXT NOT NULL, 
	forecast TEXT, 
	proposal TEXT, 
	spread VARCHAR(12), 
	strata JSON, 
	channel VARCHAR(20) NOT NULL, 
	status VARCHAR(12) NOT NULL, 
	filed_at DATETIME NOT NULL, 
	editable_until_at DATETIME NOT NULL, 
	taken_at DATETIME, 
	origin VARCHAR(200), 
	revision SMALLINT NOT NULL, 
	CONSTRAINT pk_report PRIMARY KEY (id), 
	CONSTRAINT fk_report_area_id FOREIGN KEY(area_id) REFERENCES unit (id), 
	CONSTRAINT fk_report_period_id FOREIGN KEY(period_id) REFERENCES period (id), 
	CONSTRAINT fk_report_person_id FOREIGN KEY(person_id) REFERENCES person (id), 
	CONSTRAINT fk_report_unit_id FOREIGN KEY(unit_id) REFERENCES unit (id)
);
INSERT INTO "report" VALUES(1,2,2,5,1,0,'YT','approve','normal','Bà con khen đợt khám sức khỏe người cao tuổi tại trạm, không phải chờ lâu.','ba con khen dot kham suc khoe nguoi cao tuoi tai tram, khong phai cho lau.',NULL,NULL,NULL,NULL,'web','compiled','2026-10-29 02:00:00.000000','2026-10-29 02:00:00.000000','2026-10-29 02:00:00.000000',NULL,1);
INSERT INTO "report" VALUES(2,2,2,6,1,0,'MT','uneasy','normal','Điểm tập kết rác cuối chợ hai hôm mới thu một lần, mùi bay vào khu dân cư tổ 4.','diem tap ket rac cuoi cho hai hom moi thu mot lan, mui bay vao khu dan cu to 4.',NULL,NULL,NULL,NULL,'web','compiled','2026-10-30 21:00:00.000000','2026-10-30 21:00:00.000000','2026-10-30 21:00:00.000000',NULL,1);
INSERT INTO "report" VALUES(3,2,2,1,1,0,'TH','uneasy','normal','Nhiều hộ hỏi cách tính thuế đất phi nông nghiệp năm nay, giấy báo khó hiểu.','nhieu ho hoi cach tinh thue dat phi nong nghiep nam nay, giay bao kho hieu.',NULL,NULL,NULL,NULL,'web','compiled','2026-11-02 23:00:00.000000','2026-11-02 23:00:00.000000','2026-11-02 23:00:00.000000',NULL,1);
INSERT INTO "report" VALUES(4,2,2,5,1,0,'GD','uneasy','normal','Phụ huynh trường tiểu học băn khoăn khoản thu tự nguyện, mong nhà trường công khai.','phu huynh truong tieu hoc ban khoan khoan thu tu nguyen, mong nha truong cong khai.',NULL,NULL,NULL,NULL,'web','merged','2026-11-05 19:00:00.000000','2026-11-05 19:00:00.000000','2026-11-05 19:00:00.000000',NULL,1);
INSERT INTO "report" VALUES(5,2,2,6,1,0,'HT','aggrieved','attention','Đường tổ 7 đào lên đặt ống nước đã ba tuần chưa lấp, học sinh đi lại khó.','duong to 7 dao len dat ong nuoc da ba tuan chua lap, hoc sinh di lai kho.','grow','Đề nghị đơn vị thi công cắm biển báo và hẹn ngày hoàn trả mặt đường.',NULL,NULL,'web','merged','2026-11-08 02:00:00.000000','2026-11-08 02:00:00.000000','2026-11-08 02:00:00.000000',NULL,1);
INSERT INTO "report" VALUES(6,2,2,1,1,0,'DV','approve','normal','Làm giấy khai sinh qua mạng hai ngày có kết quả, người trẻ rất đồng tình.','lam giay khai sinh qua mang hai ngay co ket qua, nguoi tre rat dong tinh.',NULL,NULL,NULL,NULL,'web','received','2026-11-10 00:00:00.000000','2026-11-10 00:00:00.000000','2026-11-10 00:00:00.000000',NULL,1);
INSERT INTO "report" VALUES(7,2,2,5,1,0,'TP','uneasy','attention','Quán ăn gần cổng trường bán xúc xích không rõ nguồn gốc, phụ huynh lo lắng.','quan an gan cong truong ban xuc xich khong ro nguon goc, phu huynh lo lang.','same','Mong có đoàn kiểm tra trước giờ tan học.',NULL,NULL,'web','received','2026-11-12 20:00:00.000000','2026-11-12 20:00:00.000000','2026-11-12 20:00:00.000000',NULL,1);
INSERT INTO "report" VALUES(8,2,2,6,1,0,'AS','unclear','normal','Có ý kiến hỏi mức hỗ trợ tiền điện cho hộ cận nghèo quý này đã có chưa.','co y kien hoi muc ho tro tien dien cho ho can ngheo quy nay da co chua.',NULL,NULL,NULL,NULL,'web','received','2026-11-15 22:00:00.000000','2026-11-15 22:00:00.000000','2026-11-15 22:00:00.000000',NULL,1);
INSERT INTO "report" VALUES(9,2,2,1,1,0,'TD','uneasy','normal','Trên nhóm của khu phố truyền tin cắt nước cả tuần, nhiều người cần thông tin chính thức.','tren nhom cua khu pho truyen tin cat nuoc ca tuan, nhieu nguoi can thong tin chinh thuc.','grow',NULL,NULL,NULL,'web','received','2026-11-19 01:00:00.000000','2026-11-19 01:00:00.000000','2026-11-19 01:00:00.000000',NULL,1);
INSERT INTO "report" VALUES(10,2,2,5,2,0,'AN','uneasy','normal','Đoạn đường sau nhà văn hóa thiếu đèn, người đi tập buổi tối không yên tâm.','doan duong sau nha van hoa thieu den, nguoi di tap buoi toi khong yen tam.',NULL,NULL,NULL,NULL,'web','received','2026-11-20 21:00:00.000000','2026-11-20 21:00:00.000000','2026-11-20 21:00:00.000000',NULL,1);
INSERT INTO "report" VALUES(11,2,2,6,2,0,'KT','unclear','normal','Tiểu thương chợ nói sức mua giảm, mong giãn tiền thuê quầy tháng này.','tieu thuong cho noi suc mua giam, mong gian tien thue quay thang nay.',NULL,NULL,NULL,NULL,'web','sent','2026-11-22 23:00:00.000000','2026-11-22 23:00:00.000000',NULL,NULL,1);
INSERT INTO "report" VALUES(12,2,2,1,2,0,'CS','approve','normal','Người dân ủng hộ việc công khai lịch tiếp dân của lãnh đạo phường trên bảng tin.','nguoi dan ung ho viec cong khai lich tiep dan cua lanh dao phuong tren bang tin.',NULL,NULL,NULL,NULL,'web','sent','2026-11-24 00:00:00.000000','2026-11-24 00:00:00.000000',NULL,NULL,1);
CREATE TABLE talk (
	id INTEGER NOT NULL, 
	lane VARCHAR(120) NOT NULL, 
	flow VARCHAR(40) NOT NULL, 
	begun JSON NOT NULL, 
	state JSON NOT NULL, 
	plain BOOLEAN NOT NULL, 
	shown INTEGER, 
	opened_at DATETIME NOT NULL, 
	changed_at DATETIME NOT NULL, 
	nudges SMALLINT NOT NULL, 
	nudge_at DATETIME, 
	CONSTRAINT pk_talk PRIMARY KEY (id)
);
INSERT INTO "talk" VALUES(1,'telegram:1:5','quick_report','{}','{"flow":"quick_report","version":1,"answers":{"said":{"text":"Rác ở chợ Mẫu chưa ai dọn","masked":0}},"revision":1,"turns":1,"editing":null,"asking_drop":false}',0,NULL,'2026-11-25 02:00:00.000000','2026-11-25 02:00:00.000000',0,NULL);
CREATE TABLE unit (
	id INTEGER NOT NULL, 
	code VARCHAR(40) NOT NULL, 
	name VARCHAR(200) NOT NULL, 
	type VARCHAR(20) NOT NULL, 
	parent_id INTEGER, 
	valid_from_on DATE, 
	valid_to_on DATE, 
	successor_id INTEGER, 
	duty_phone VARCHAR(40), 
	territorial BOOLEAN NOT NULL, 
	CONSTRAINT pk_unit PRIMARY KEY (id), 
	CONSTRAINT fk_unit_parent_id FOREIGN KEY(parent_id) REFERENCES unit (id), 
	CONSTRAINT fk_unit_successor_id FOREIGN KEY(successor_id) REFERENCES unit (id), 
	CONSTRAINT uq_unit_code UNIQUE (code)
);
INSERT INTO "unit" VALUES(1,'TM','Tỉnh Mẫu','province',NULL,NULL,NULL,NULL,NULL,1);
INSERT INTO "unit" VALUES(2,'PM','Phường Mẫu','commune',1,NULL,NULL,NULL,'0200 000 000',1);
INSERT INTO "unit" VALUES(3,'TYT','Trạm Y tế','body',2,NULL,NULL,NULL,NULL,0);
CREATE TABLE unit_alias (
	id INTEGER NOT NULL, 
	unit_id INTEGER NOT NULL, 
	name VARCHAR(200) NOT NULL, 
	folded VARCHAR(200) NOT NULL, 
	CONSTRAINT pk_unit_alias PRIMARY KEY (id), 
	CONSTRAINT fk_unit_alias_unit_id FOREIGN KEY(unit_id) REFERENCES unit (id)
);
CREATE TABLE web_session (
	id INTEGER NOT NULL, 
	lane VARCHAR(120) NOT NULL, 
	seat VARCHAR(20) NOT NULL, 
	lang VARCHAR(2) NOT NULL, 
	created_at DATETIME NOT NULL, 
	expires_at DATETIME NOT NULL, 
	revoked_at DATETIME, 
	CONSTRAINT pk_web_session PRIMARY KEY (id), 
	CONSTRAINT uq_web_session_lane UNIQUE (lane)
);
INSERT INTO "web_session" VALUES(1,'web:sample:collaborator','collaborator','vi','2026-11-25 02:00:00.000000','2036-11-22 02:00:00.000000',NULL);
INSERT INTO "web_session" VALUES(2,'web:sample:duty','duty','vi','2026-11-25 02:00:00.000000','2036-11-22 02:00:00.000000',NULL);
CREATE TABLE worker (
	id VARCHAR(40) NOT NULL, 
	seen_at DATETIME NOT NULL, 
	CONSTRAINT pk_worker PRIMARY KEY (id)
);
CREATE INDEX ix_inbox_received_at ON inbox (received_at);
CREATE INDEX ix_inbox_waiting ON inbox (lane, id) WHERE state = 'waiting';
CREATE INDEX ix_invite_try_lane_at ON invite_try (lane, at);
CREATE INDEX ix_outbox_created_at ON outbox (created_at);
CREATE INDEX ix_outbox_lane_id ON outbox (lane, id);
CREATE INDEX ix_outbox_waiting ON outbox (lane, id) WHERE state = 'waiting';
CREATE INDEX ix_talk_lane ON talk (lane);
CREATE INDEX ix_talk_nudge_at ON talk (nudge_at);
CREATE INDEX ix_unit_parent_id ON unit (parent_id);
CREATE INDEX ix_person_unit_id ON person (unit_id);
CREATE INDEX ix_unit_alias_folded ON unit_alias (folded);
CREATE INDEX ix_unit_alias_unit_id ON unit_alias (unit_id);
CREATE INDEX ix_address_person_id ON address (person_id);
CREATE INDEX ix_consent_person_id ON consent (person_id);
CREATE INDEX ix_membership_person_id ON membership (person_id);
CREATE INDEX ix_membership_unit_role ON membership (unit_id, role);
CREATE INDEX ix_report_origin ON report (origin);
CREATE INDEX ix_report_person_id_filed_at ON report (person_id, filed_at);
CREATE INDEX ix_report_unit_id_filed_at ON report (unit_id, filed_at);
CREATE INDEX ix_alert_next_at ON alert (next_at);
CREATE INDEX ix_alert_unit_id ON alert (unit_id);
CREATE INDEX ix_amendment_report_id ON amendment (report_id);
CREATE INDEX ix_attachment_report_id ON attachment (report_id);
CREATE INDEX ix_attachment_waiting ON attachment (next_at) WHERE state = 'waiting';
CREATE INDEX ix_alert_notice_alert_id ON alert_notice (alert_id);
COMMIT;

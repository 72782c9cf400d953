# The referral slip on paper (.docx). A document of the office, always in Vietnamese; here is what it says.

slip-draft = DRAFT
slip-nation-dang = COMMUNIST PARTY OF VIETNAM
slip-nation-nd30 = SOCIALIST REPUBLIC OF VIETNAM
slip-motto = Independence - Freedom - Happiness
slip-number-dang = No.          -PC/
slip-number-nd30 = No.:          /PC-
slip-date = …………, date
slip-urgent = URGENT
slip-title = REFERRAL SLIP
slip-abstract = what public opinion says ({ $code })
slip-to = To: { $unit }
slip-opening = { $unit } has heard from public opinion (code { $code }) as follows:
slip-area = Area: { $area }.
slip-request = { $unit } is asked to check, verify and answer before { $due }.
slip-due-hour = { $day } ({ $hour })
slip-parts = The answer says what was checked, what was found, what will be done, by when. No names, phone numbers or addresses of citizens.
slip-contact = Contact: { $unit }
slip-phone = , duty phone { $phone }
slip-data = ; protection of personal data: { $contact }
slip-recipients = Copies:
slip-filed-dang = - Files
slip-filed-nd30 = - Files: clerk.
slip-link = Answer by this link
slip-link-hint = Scan the code with a phone or open the address above. No account is needed. Not to be passed on outside the unit.

"""The desk (bàn làm việc): what coordinators, officers, leaders and administrators do in a browser."""
